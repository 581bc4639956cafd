import { fact } from '../fact.ts'
import { as } from '../shape.ts'
import { login } from '../shapes/login.ts'

export default fact({
  stage: 'auth',
  title: 'ssh with an empty known_hosts',
  shape: as(login, 'The same with a scratch known_hosts, to see what lies behind a host key nobody has confirmed yet.'),
})
