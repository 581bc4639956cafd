import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { contacts } from '../shapes/contact.ts'

export default fact({
  stage: 'banner',
  title: 'The same again',
  shape: as(contacts, 'The same question again, to see whether the answer is always the same.'),
})
