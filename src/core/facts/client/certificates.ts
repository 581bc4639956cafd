import { fact } from '../fact.ts'
import { amount, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'Certificates on this side',
  shape: object(
    {
      at: amount('When they were looked at, seconds since 1970 by the clock of this machine.'),
      files: list(
        object({
          path: text('Path.'),
          type: text('Its type, such as `ssh-ed25519-cert-v01@openssh.com`.'),
          keyId: text('The name that its authority gave it, visible form.'),
          principals: list(text(), 'The users it is for, visible form.'),
          validAfter: amount('From when it is valid, seconds since 1970.'),
          validBefore: optional(amount('Until when; absent for ever.')),
          authority: text('Fingerprint of the key that signed it, `SHA256:…`.'),
          sources: optional(list(text(), 'Addresses and networks it is bound to.')),
        }),
        'User certificates beside the keys that ssh would offer, and those it is told of.',
      ),
    },
    'Certificates on this side.',
  ),
})
