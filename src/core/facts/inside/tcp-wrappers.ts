import { fact } from '../fact.ts'
import { flag, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'banner',
  title: 'From within: hosts.allow and hosts.deny',
  shape: object(
    {
      linked: flag('Sshd (or sshd-session) is linked with libwrap.'),
      verdict: oneOf(
        ['no-rules', 'allows', 'denies', 'by-name', 'unknown'],
        'The decision of hosts.allow and hosts.deny about the address we come from; `by-name` needs a lookup first.',
      ),
      rule: optional(
        object(
          { file: text('The table it stands in.'), text: text('The rule, visible form.') },
          'The rule that decides.',
        ),
      ),
    },
    'From within: hosts.allow and hosts.deny.',
  ),
})
