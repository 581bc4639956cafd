import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { contacts } from '../shapes/contact.ts'

export default fact({
  stage: 'host',
  title: 'Other services of the same host',
  shape: as(contacts, 'Other services of the same host: do its programs still answer?'),
})
