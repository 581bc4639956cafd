import { fact } from '../fact.ts'
import { flag, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: whose certificates sshd takes',
  shape: object(
    {
      authorities: list(
        text(),
        'Fingerprints of the authorities that it trusts (TrustedUserCAKeys, cert-authority in authorized_keys).',
      ),
      from: optional(text('TrustedUserCAKeys; absent where there is none.')),
      unread: optional(flag('A file of authorities could not be read.')),
      principalsFile: optional(text('AuthorizedPrincipalsFile for this user.')),
      principals: optional(list(text(), 'The principals that it takes for this user, visible form.')),
      asksProgram: optional(flag('AuthorizedPrincipalsCommand is asked as well.')),
    },
    'From within: whose certificates sshd takes.',
  ),
})
