import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { contacts } from '../shapes/contact.ts'

export default fact({
  stage: 'banner',
  title: 'First contact',
  shape: as(contacts, 'First contact with every address: silent first, then speaking.'),
})
