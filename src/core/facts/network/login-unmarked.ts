import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { login } from '../shapes/login.ts'

export default fact({
  stage: 'session',
  title: 'ssh with unmarked packets',
  shape: as(
    login,
    'The same login with packets that carry no mark (IPQoS=cs0): does the network drop the marked ones?',
  ),
})
