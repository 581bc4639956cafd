import type { Fault } from '../../../core/types.ts'

export default {
  id: 'packets-dropped',
  stage: 'path',
  title: 'A firewall drops your packets',
  prior: 9,
  why: 'A security group, network ACL or host firewall swallows what you send to that port without an answer.',
  namedBy: ['connection-table-full', 'packet-blocked'],
  likelihood: {
    'log-names': { 'packets-dropped': 0.1, none: 0.89 },
    connect: { timeout: 0.97 },
    'other-ssh-port': { none: 0.95 },
    proxy: { clear: 0.79, 'refused-beyond': 0.2, wordless: 0.01 },
    'control-port': { silent: 0.5, refused: 0.48 },
    families: { same: 0.8 },
    'other-source': { same: 0.99 },
    firewall: { drops: 0.55, 'drops-you': 0.08, open: 0.368 },
  },
  excludedBy: {
    'connect=open': 'the port opens: no firewall swallows your packets',
  },
  sources: ['causes.md 3.5: 45 + 10 of the time-outs'],
} satisfies Fault
