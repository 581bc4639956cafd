import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { contacts } from '../shapes/contact.ts'

export default fact({
  stage: 'port',
  title: 'A port that ought to be closed',
  shape: as(contacts, 'Ports that ought to be closed: who answers there?'),
})
