import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { clientLog } from '../shapes/client-log.ts'

export default fact({
  stage: 'client',
  title: 'What ssh had said',
  shape: as(clientLog, 'What the user already has: error text pasted into `explain`.'),
})
