import type { Fault } from '../../../core/types.ts'

export default {
  id: 'user-unknown',
  stage: 'auth',
  title: 'The server has no such user',
  prior: 1.5,
  refines: 'key-not-accepted',
  why: "The user name is mistyped or another image's, or the directory that knows it (LDAP, SSSD) does not answer; the server refuses as if the key were wrong.",
  namedBy: ['user-unknown'],
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.96, 'nothing-to-offer': 0.02 },
    'login-name': { ordinary: 0.99 },
    account: { missing: 0.97 },
    'authorized-keys': { none: 0.8 },
    'log-of-ours': { 'user-unknown': 0.97, none: 0.02 },
    'log-names': { 'user-unknown': 0.95, none: 0.04 },
    // Strangers guess names on every server in the world: where a crowd does, one more such line tells nothing of this login.
    'log-attack': { none: 0.6, 'one-source': 0.398, 'many-sources': 0.002 },
  },
  sources: ['openssh.md 4.3 #41'],
} satisfies Fault
