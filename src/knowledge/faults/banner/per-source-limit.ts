import type { Fault } from '../../../core/types.ts'

export default {
  id: 'per-source-limit',
  stage: 'banner',
  title: 'sshd turns your address away: it has too many logins under way',
  prior: 0.8,
  partial: true,
  why: "PerSourceMaxStartups counts unfinished logins by address; your address (or your NAT's) has used up its share.",
  namedBy: ['dropped-per-source'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'first-contact': { 'notice-exceeded': 0.55, 'notice-not-allowed': 0.35, closed: 0.06 },
    tries: { 'none-through': 0.85, 'some-through': 0.14 },
    'turned-away': { told: 0.97, 'told-later': 0.02, wordless: 0.01 },
    'other-source': { better: 0.95 },
    'own-connections': { few: 0.5, many: 0.4, none: 0.1 },
    'log-drops': { throttling: 0.9 },
    'log-names': { 'per-source-limit': 0.9, 'maxstartups-saturated': 0.08 },
    'own-slots': { 'at-limit': 0.95 },
    'startup-slots': { free: 0.95 },
    'slot-sources': { few: 0.5, yours: 0.45 },
  },
  becauseOf: [
    { id: 'own-parallelism', title: 'your own parallel connections', sign: 'own-connections', values: ['few', 'many'] },
  ],
  // dropbear has its own limit by address; of tinysshd systemd's socket has one, of ProFTPD MaxConnectionsPerHost.
  impossibleWhen: { 'server-kind': ['git-host', 'appliance', 'other'] },
  sources: ['openssh.md 2.1'],
} satisfies Fault
