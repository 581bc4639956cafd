import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { contacts } from '../shapes/contact.ts'

export default fact({
  stage: 'kex',
  title: 'Answer to a line that is not SSH',
  shape: as(
    contacts,
    "A line that is not SSH: a living sshd answers it with one short line, however small the path's packets.",
  ),
})
