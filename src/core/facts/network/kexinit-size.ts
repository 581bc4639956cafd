import { fact } from '../fact.ts'
import { as, object, optional } from '../shape.ts'
import { contact } from '../shapes/contact.ts'

export default fact({
  stage: 'kex',
  title: 'Small and large key exchange',
  shape: object(
    { small: optional(as(contact, 'The small one.')), large: optional(as(contact, 'The large one.')) },
    'A KEXINIT nobody can agree with, small and then over 1300 bytes: the server ends both at once, if they arrive.',
  ),
})
