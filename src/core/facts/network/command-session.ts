import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { login } from '../shapes/login.ts'

export default fact({
  stage: 'session',
  title: 'One harmless command instead of the shell',
  shape: as(login, 'The same login with one harmless command: is it only the login shell that fails?'),
})
