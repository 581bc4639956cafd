import type { Remedy } from '../core/remedy.ts'
import { onOtherServer } from './plan/other-server.ts'

export default {
  id: 'look-for-keys-of-other-server',
  title: 'See which keys the server takes',
  treats: {
    'key-not-accepted': 0.1,
    'strict-modes-refuses': 0.1,
    'keys-unreadable': 0.1,
    'signature-algorithm-refused': 0.1,
    'user-unknown': 0.1,
    'keys-command-fails': 0.1,
    'selinux-denies': 0.1,
    'apparmor-denies': 0.1,
  },
  needs: 'server',
  harm: 'none',
  plan: (facts) => onOtherServer(facts, 'keys'),
} satisfies Remedy
