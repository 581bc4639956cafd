import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { clientLog } from '../shapes/client-log.ts'

export default fact({
  stage: 'client',
  title: 'What ssh had said',
  shape: as(clientLog, 'Text that the user already has: errors pasted into `explain`.'),
})
