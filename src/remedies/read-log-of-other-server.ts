import type { Remedy } from '../core/remedy.ts'
import { onOtherServer } from './plan/other-server.ts'

export default {
  id: 'read-log-of-other-server',
  title: 'Read what the server says',
  treats: {
    'sshd-child-dies': 0.1,
    'sshd-hung': 0.1,
    'descriptors-exhausted': 0.1,
    'fork-refused': 0.1,
    'nothing-listens': 0.1,
    'port-taken': 0.1,
    'host-keys-unusable': 0.1,
    'denied-by-tcp-wrappers': 0.1,
    'upgraded-not-restarted': 0.1,
    'privsep-directory-missing': 0.1,
    'socket-unit-decides-port': 0.1,
  },
  needs: 'server',
  harm: 'interrupts',
  plan: (facts) => onOtherServer(facts, 'log'),
} satisfies Remedy
