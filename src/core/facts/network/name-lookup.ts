import { fact } from '../fact.ts'
import { amount, flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'name',
  title: 'Name lookup',
  shape: object(
    {
      name: text('The name that was looked up.'),
      addresses: list(
        object({
          address: text('IP address.'),
          family: oneOf([4, 6], '4 or 6.'),
          own: optional(flag('It is an address of this machine: loopback, unspecified, or of one of its interfaces.')),
        }),
        'The addresses it leads to.',
      ),
      ownName: optional(flag('The name is the host name of this machine itself.')),
      error: optional(oneOf(['not-found', 'lookup-fails'], 'Why it leads nowhere.')),
      code: optional(text('The operating system’s word for it.')),
      seconds: amount('How long it took.'),
    },
    'Name lookup.',
  ),
})
