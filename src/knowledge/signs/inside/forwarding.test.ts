import { config, sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import type { Facts } from '../../../core/types.ts'
import { forwardingRules } from './forwarding.ts'

type Forwards = NonNullable<Facts['ssh-config']['forwards']>

const of = (forwards: Forwards, values: Record<string, string[]>, options?: string) =>
  sheet({
    'ssh-config': config({ forwards }),
    'sshd-effective': { ok: true, values },
    'authorized-keys': {
      files: [
        { path: '/home/alice/.ssh/authorized_keys', state: 'present', ours: true, ...(options ? { options } : {}) },
      ],
      otherSources: [],
      refused: [],
    },
  })
const yes = { allowtcpforwarding: ['yes'], disableforwarding: ['no'], permitopen: ['any'], permitlisten: ['any'] }

readings(forwardingRules, [
  ['nothing asked', {}, '-'],
  ['no forwarding is asked for', of([], { ...yes, allowtcpforwarding: ['no'] }), '-'],
  ['sshd was not asked', sheet({ 'ssh-config': config({ forwards: ['local'] }) }), '-'],
  ['all is allowed', of(['local', 'remote'], yes), 'allowed'],
  ['none is', of(['local'], { ...yes, allowtcpforwarding: ['no'] }), 'forbidden'],
  ['only from the server’s side', of(['dynamic'], { ...yes, allowtcpforwarding: ['remote'] }), 'forbidden'],
  ['only from ours', of(['local', 'dynamic'], { ...yes, allowtcpforwarding: ['local'] }), 'allowed'],
  ['one of two', of(['local', 'remote'], { ...yes, allowtcpforwarding: ['local'] }), 'forbidden'],
  ['DisableForwarding', of(['remote'], { ...yes, disableforwarding: ['yes'] }), 'forbidden'],
  ['PermitOpen none', of(['local'], { ...yes, permitopen: ['none'] }), 'forbidden'],
  ['PermitOpen none, and a listener is asked for', of(['remote'], { ...yes, permitopen: ['none'] }), 'allowed'],
  ['the key may not', of(['local'], yes, 'no-port-forwarding,no-pty'), 'forbidden'],
  ['a restricted key', of(['local'], yes, 'restrict,pty'), 'forbidden'],
  ['a restricted key that may', of(['local'], yes, 'restrict,port-forwarding'), 'allowed'],
])
