import { fact } from '../fact.ts'
import { count, list, object, optional, text } from '../shape.ts'
import { contact } from '../shapes/contact.ts'

export default fact({
  stage: 'path',
  title: 'The jump host itself',
  shape: object(
    {
      host: text('Of the jump host.'),
      port: count('Of the jump host.'),
      lookup: optional(text('The addresses its name leads to.')),
      contacts: list(contact, 'Connections made for it.'),
    },
    'The jump host itself, when the target is reached through one.',
  ),
})
