import type { Fault } from '../../../core/types.ts'

export default {
  id: 'source-banned',
  stage: 'path',
  title: 'The server bans your address',
  prior: 4,
  why: 'A ban tool (fail2ban, CrowdSec, sshguard) or a block list has your address; others get in.',
  namedBy: ['address-banned'],
  likelihood: {
    'log-names': { 'source-banned': 0.3, none: 0.69 },
    connect: { timeout: 0.42, refused: 0.52, unreachable: 0.05 },
    'refusal-by': { 'icmp-refused': 0.88, reset: 0.04, 'icmp-at-once': 0.08 },
    'control-port': { refused: 0.6, silent: 0.37 },
    'other-source': { better: 0.95 },
    families: { same: 0.5, 'ipv4-fails': 0.45 },
    'other-ssh-port': { none: 0.95 },
    firewall: { 'drops-you': 0.34, 'rejects-you': 0.37, open: 0.288 },
    ban: { banned: 0.6, none: 0.4 },
  },
  sources: ['causes.md 3.5: 15 and 20', 'causes.md 3.2.1'],
} satisfies Fault
