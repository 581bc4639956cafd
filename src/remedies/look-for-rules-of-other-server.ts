import type { Remedy } from '../core/remedy.ts'
import { onOtherServer } from './plan/other-server.ts'

export default {
  id: 'look-for-rules-of-other-server',
  title: 'See whom the server lets in',
  treats: {
    'user-not-allowed': 0.1,
    'method-not-offered': 0.1,
    'sessions-refused': 0.1,
    'shell-exits': 0.1,
    'forwarding-forbidden': 0.1,
    'access-rule-refuses': 0.1,
    'authentication-slow': 0.1,
    'grace-time-over': 0.1,
    'login-limit-reached': 0.1,
    'reverse-dns-slow': 0.1,
  },
  needs: 'server',
  harm: 'none',
  plan: (facts) => onOtherServer(facts, 'rules'),
} satisfies Remedy
