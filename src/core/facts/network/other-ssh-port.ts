import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { contacts } from '../shapes/contact.ts'

export default fact({
  stage: 'port',
  title: 'Ports sshd is often moved to',
  shape: as(contacts, 'Ports sshd is often moved to.'),
})
