import type { Fault } from '../../../core/types.ts'

export default {
  id: 'maxstartups-saturated',
  stage: 'banner',
  title: 'sshd turns you away: too many logins are under way',
  prior: 8,
  partial: true,
  why: 'MaxStartups counts connections that have not logged in yet. Strangers (or your own jobs) fill it, and sshd drops new ones at random, or all.',
  namedBy: ['dropped-past-maxstartups'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    // Seen through a proxy command, only that it hangs up.
    proxy: { clear: 0.97, wordless: 0.02 },
    'first-contact': { 'notice-exceeded': 0.42, 'notice-not-allowed': 0.3, closed: 0.14, reset: 0.01, banner: 0.13 },
    tries: { 'none-through': 0.5, 'some-through': 0.48 },
    'turned-away': { told: 0.97, 'told-later': 0.02, wordless: 0.01 },
    'other-source': { same: 0.95, better: 0.05 },
    'own-connections': { none: 0.8, few: 0.1, many: 0.1 },
    'log-drops': { throttling: 0.96 },
    'log-names': { 'maxstartups-saturated': 0.95, none: 0.04 },
    'log-attack': { 'many-sources': 0.75, 'one-source': 0.2 },
    'startup-slots': { full: 0.5, throttling: 0.48 },
    'slot-sources': { strangers: 0.75, yours: 0.22, few: 0.03 },
  },
  becauseOf: [
    { id: 'brute-force', title: 'strangers trying passwords', sign: 'log-attack', values: ['many-sources'] },
    { id: 'own-parallelism', title: 'your own parallel connections', sign: 'own-connections', values: ['many'] },
    { id: 'own-parallelism', title: 'your own parallel connections', sign: 'slot-sources', values: ['yours'] },
    { id: 'held-by-strangers', title: 'strangers holding the slots', sign: 'slot-sources', values: ['strangers'] },
  ],
  excludedBy: {
    'first-contact=silent': 'a full sshd turns you away at once, with a line of text; it never keeps silent',
    'first-contact=endless-lines': 'a full sshd says one line and hangs up',
    'first-contact=dripping': 'a full sshd says one whole line and hangs up',
    'first-contact=late-banner': 'a full sshd turns you away at once; it does not hesitate',
    'first-contact=closed-after-5s': 'a full sshd turns you away at once, not after five seconds',
    'connect=timeout': 'a full sshd still accepts the connection before it turns you away',
    'connect=refused': 'a full sshd still accepts the connection before it turns you away',
    'auth=denied': 'sshd let you as far as the login',
    'auth=accepted': 'sshd let you in',
  },
  sources: ['openssh.md 1', 'causes.md 3.5'],
} satisfies Fault
