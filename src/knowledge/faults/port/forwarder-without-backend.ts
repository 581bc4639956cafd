import type { Fault } from '../../../core/types.ts'

export default {
  id: 'forwarder-without-backend',
  stage: 'port',
  title: 'A forwarder answers, and nothing stands behind it',
  prior: 3,
  why: 'A load balancer, container port or tunnel accepts the connection and finds no SSH server to pass it to.',
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    // Seen through a proxy command, only that it hangs up.
    proxy: { clear: 0.97, wordless: 0.02 },
    'first-contact': { closed: 0.78, reset: 0.2 },
    // A dead backend costs the forwarder its own connect timeout, or ARP's three seconds.
    'close-delay': { prompt: 0.88, long: 0.12 },
    // Often nobody has been in by it yet, and often it has an entrance of its own; a host's own port 22 may have one in front as well.
    'met-before': { yes: 0.5, no: 0.5 },
    entrance: { own: 0.55, 'other-port': 0.28, loopback: 0.12, balancer: 0.05 },
    'turned-away': { wordless: 0.96 },
    // Some of several backends may be down.
    tries: { 'none-through': 0.92, 'some-through': 0.07 },
    'own-connections': { none: 0.82, few: 0.16 },
    'other-source': { same: 0.97 },
    'sshd-unit': { runs: 0.5, stopped: 0.4, failed: 0.09 },
    listener: { 'other-program': 0.7, elsewhere: 0.1, nobody: 0.15 },
  },
  sources: ['causes.md 3.5: 20 of the silent closes'],
} satisfies Fault
