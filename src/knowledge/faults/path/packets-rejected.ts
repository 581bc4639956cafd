import type { Fault } from '../../../core/types.ts'

export default {
  id: 'packets-rejected',
  stage: 'path',
  title: 'A firewall refuses your packets',
  prior: 2,
  why: 'A firewall on the way or on the host answers in place of the server: you may not pass.',
  likelihood: {
    connect: { unreachable: 0.5, refused: 0.49 },
    // A plain REJECT or reject of iptables and nft is ICMP's port-unreachable; firewalld and Cisco prohibit.
    'refusal-by': { 'icmp-at-once': 0.46, 'icmp-refused': 0.36, reset: 0.17 },
    'control-port': { refused: 0.5, rejected: 0.4, silent: 0.08 },
    'other-source': { same: 0.95 },
    'other-ssh-port': { none: 0.96 },
    families: { same: 0.8 },
    firewall: { rejects: 0.57, 'rejects-you': 0.08, open: 0.348 },
  },
  sources: ['openssh.md 4.2 #3'],
} satisfies Fault
