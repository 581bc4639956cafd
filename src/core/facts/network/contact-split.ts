import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { contacts } from '../shapes/contact.ts'

export default fact({
  stage: 'kex',
  title: 'Identification sent byte by byte',
  shape: as(
    contacts,
    'The identification string byte by byte: what matches on the text `SSH-` in one packet does not see it.',
  ),
})
