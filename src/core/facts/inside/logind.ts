import { fact } from '../fact.ts'
import { amount, flag, object, optional, text, textLike } from '../shape.ts'

export default fact({
  stage: 'session',
  title: 'From within: logind',
  shape: object(
    {
      unit: optional(text('Its state, as the service manager says it: `active`, `failed`.')),
      state: optional(textLike(/^[A-Z]$/, 'The state of its process, as ps(1) writes it: S, T, D.')),
      answers: optional(flag('It answered a ping over the message bus.')),
      seconds: optional(amount('How long that took, or was waited for.')),
      asked: optional(flag('sshd’s logins ask it: pam_systemd stands in their stack.')),
    },
    'From within: logind.',
  ),
})
