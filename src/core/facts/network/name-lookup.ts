import { fact } from '../fact.ts'
import { amount, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'name',
  title: 'Name lookup',
  shape: object(
    {
      name: text('The name that was looked up.'),
      addresses: list(
        object({ address: text('IP address.'), family: oneOf([4, 6], '4 or 6.') }),
        'The addresses it leads to.',
      ),
      error: optional(oneOf(['not-found', 'lookup-fails'], 'Why it leads nowhere.')),
      code: optional(text('The operating system’s word for it.')),
      seconds: amount('How long it took.'),
    },
    'Name lookup.',
  ),
})
