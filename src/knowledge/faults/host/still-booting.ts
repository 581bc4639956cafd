import type { Fault } from '../../../core/types.ts'

export default {
  id: 'still-booting',
  stage: 'host',
  title: 'The host is still booting',
  prior: 1,
  why: 'Its network is up before its services; logins open when the boot is done.',
  namedBy: ['system-booting'],
  likelihood: {
    'log-names': { 'still-booting': 0.6, none: 0.39 },
    connect: { open: 0.6, refused: 0.3, timeout: 0.08 },
    'first-contact': { banner: 0.75, closed: 0.1, silent: 0.14 },
    auth: { closed: 0.96 },
    'server-text': { booting: 0.97 },
    'kex-contact': { kexinit: 0.95 },
    kex: { agrees: 0.97 },
    'host-key': { accepted: 0.97 },
    'first-answer': { quick: 0.9 },
    'auth-pace': { quick: 0.9 },
    'login-name': { ordinary: 0.95 },
    pace: { quick: 0.8 },
    'boot-state': { booting: 0.6, up: 0.39 },
    nologin: { booting: 0.85, none: 0.14 },
  },
  sources: ['causes.md 3.5: 15 of the refusals', 'pam_nologin(8), /run/nologin'],
} satisfies Fault
