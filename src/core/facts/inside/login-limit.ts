import { fact } from '../fact.ts'
import { count, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'session',
  title: 'From within: logins at once, and their limit',
  shape: object(
    {
      limit: optional(count('How many pam_limits allows; absent where it limits nobody.')),
      of: optional(oneOf(['user', 'all'], 'Whose logins it counts: those of the user, or of everybody.')),
      file: optional(text('The file that has the line.')),
      line: optional(text('The line, visible form.')),
      open: count('Logins of the user that are open.'),
      openOfAll: count('Logins of everybody that are open.'),
    },
    'From within: logins at once, and their limit.',
  ),
})
