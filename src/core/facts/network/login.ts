import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { login } from '../shapes/login.ts'

export default fact({
  stage: 'auth',
  title: 'ssh itself, step by step',
  shape: as(login, "The system's ssh, watched stage by stage."),
})
