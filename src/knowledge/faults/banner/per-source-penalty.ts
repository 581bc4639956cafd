import type { Fault } from '../../../core/types.ts'

export default {
  id: 'per-source-penalty',
  stage: 'banner',
  title: 'sshd penalises your address for what it did before',
  prior: 3,
  why: 'Since OpenSSH 9.8 each failed login and each hang-up costs the address some seconds of penalty; above fifteen seconds sshd refuses the address until they have passed.',
  namedBy: ['address-penalised'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'server-kind': { openssh: 0.98 },
    // Seen through a proxy command, only that it hangs up.
    proxy: { clear: 0.97, wordless: 0.02 },
    'first-contact': { 'notice-not-allowed': 0.98 },
    tries: { 'none-through': 0.93, 'some-through': 0.06 },
    'turned-away': { told: 0.97, 'told-later': 0.02, wordless: 0.01 },
    'other-source': { better: 0.95 },
    'own-connections': { none: 0.8, few: 0.15 },
    'log-drops': { penalties: 0.95 },
    'log-names': { 'per-source-penalty': 0.8, none: 0.19 },
    'log-of-ours': { 'per-source-penalty': 0.8, none: 0.19 },
  },
  becauseOf: [
    { id: 'own-parallelism', title: 'your own parallel connections', sign: 'own-connections', values: ['many'] },
  ],
  excludedBy: {
    'first-contact=notice-exceeded': 'this sshd is older than penalties (9.8)',
    'first-contact=silent': 'sshd states a penalty at once; it never keeps silent',
  },
  impossibleWhen: { 'server-kind': ['dropbear', 'tinyssh', 'proftpd', 'git-host', 'appliance', 'other'] },
  sources: ['openssh.md 2.2', 'causes.md 3.5: 55 against 45'],
} satisfies Fault
