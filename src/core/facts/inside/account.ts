import { fact } from '../fact.ts'
import { count, flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: the account',
  shape: object(
    {
      name: text('Its name.'),
      exists: flag('The machine knows the user.'),
      uid: optional(count('User id.')),
      groups: optional(list(text(), 'Its groups.')),
      shell: optional(text('Its login shell.')),
      shellState: optional(oneOf(['fine', 'missing', 'not-executable', 'refuses-logins'], 'Whether that can be run.')),
      home: optional(text('Its home.')),
      homeState: optional(oneOf(['fine', 'missing', 'not-a-directory'], 'How that is.')),
      locked: optional(flag('From shadow; undefined without root.')),
      lockKeepsOut: optional(
        flag('The lock keeps keys out too: sshd heeds it only with UsePAM no (auth.c allowed_user).'),
      ),
      expired: optional(
        oneOf(
          ['no', 'account', 'dormant', 'password'],
          '`account`: its end date has passed; `dormant`: its password has been too old for too long; `password`: it must be changed first.',
        ),
      ),
      expiredOn: optional(text('YYYY-MM-DD.')),
      allowed: optional(
        object(
          {
            verdict: oneOf(['allowed', 'denied'], 'The outcome for this user.'),
            rule: optional(text('The line that decides.')),
          },
          "From the effective configuration's Allow/Deny lists.",
        ),
      ),
      failLocked: optional(flag('`faillock`/`pam_tally2` keeps it out.')),
    },
    'From within: the account.',
  ),
})
