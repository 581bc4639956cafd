import { onServer } from '../../../core/steps.ts'
import type { Rule } from '../view.ts'

export const rsaKeysSmall: Rule = {
  id: 'rsa-keys-small',
  keywords: ['requiredrsasize'],
  side: 'safety',
  sources: ['sshd_config(5) RequiredRSASize'],
  peers: ['ssh-audit key'],
  check(c) {
    if (!(c.number('requiredrsasize') < 2048)) return undefined
    return {
      severity: c.set('requiredrsasize') ? 'minor' : 'note',
      says: `RSA keys of ${c.number('requiredrsasize')} bits are taken.`,
      reason:
        'Somebody with money can break keys below 2048 bits. Look for old keys in authorized_keys first: they are refused afterwards.',
      recommend: { keyword: 'RequiredRSASize', value: '2048' },
      shutsOut: {
        who: 'users who have a shorter RSA key',
        look: onServer('See how long the keys are.', ['ssh-keygen', '-lf', '~/.ssh/authorized_keys']),
      },
    }
  },
}
