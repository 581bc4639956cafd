import type { Fault } from '../../../core/types.ts'

export default {
  id: 'shell-exits',
  stage: 'session',
  title: 'The login works and the shell ends at once',
  prior: 1.5,
  verdict: 'unreachable',
  why: 'The account has no usable shell (nologin, false), or one of its start-up files ends it.',
  namedBy: ['shell-unusable'],
  likelihood: {
    'log-names': { 'shell-exits': 0.9, none: 0.09 },
    session: { 'ends-at-once': 0.95, 'runs-something-else': 0.04 },
    'session-pace': { quick: 0.9 },
    account: { 'shell-refuses': 0.5, 'shell-unusable': 0.2, fine: 0.29 },
    'login-files': { 'may-end': 0.4, plain: 0.58 },
    'log-of-ours': { 'shell-exits': 0.3, none: 0.69 },
  },
  sources: ['openssh.md 4.4 #65'],
} satisfies Fault
