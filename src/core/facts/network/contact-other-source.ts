import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { contacts } from '../shapes/contact.ts'

export default fact({
  stage: 'banner',
  title: 'From another address of ours',
  shape: as(contacts, 'From another of our own addresses.'),
})
