import type { Fault } from '../../../core/types.ts'

export default {
  id: 'sshd-child-dies',
  stage: 'banner',
  title: 'sshd accepts you and its child process dies',
  prior: 5,
  why: 'The listener works; the process it starts for your connection ends before it says a word (an upgrade without restart, missing host keys, a missing directory, no more processes).',
  namedBy: ['child-crashed'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    // Seen through a proxy command, only that it hangs up.
    proxy: { clear: 0.97, wordless: 0.02 },
    'log-names': { 'sshd-child-dies': 0.9, none: 0.09 },
    // Listener and host key were there before the child began to die.
    'met-before': { yes: 0.88 },
    entrance: { own: 0.92, 'other-port': 0.07, loopback: 0.008 },
    'first-contact': { closed: 0.83, reset: 0.02, banner: 0.14 },
    // A crash costs the client a penalty at once (9.8 on): the try that met it hears nothing, the next ones the notice.
    'turned-away': { 'told-later': 0.5, wordless: 0.4, told: 0.1 },
    tries: { 'none-through': 0.85, 'all-through': 0.14 },
    'kex-contact': { closed: 0.75, reset: 0.22 },
    'small-reply': { answers: 0.7, closed: 0.3 },
    'split-identification': { same: 0.97 },
    'other-source': { same: 0.97 },
    'own-connections': { none: 0.82, few: 0.16 },
    'sshd-programs': { missing: 0.4, fine: 0.595, replaced: 0.005 },
    'config-check': { refused: 0.3, fine: 0.7 },
    'log-of-ours': { 'sshd-child-dies': 0.5, none: 0.49 },
    'log-drops': { none: 0.7, penalties: 0.29 },
  },
  sources: ['causes.md 3.5: upgrade 15, privsep and host keys 12, fork 5'],
} satisfies Fault
