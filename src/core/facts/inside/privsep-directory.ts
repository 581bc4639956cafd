import { fact } from '../fact.ts'
import { object, oneOf, text } from '../shape.ts'

export default fact({
  stage: 'banner',
  title: 'From within: sshd’s empty directory',
  shape: object(
    { path: text('Path.'), state: oneOf(['fine', 'missing', 'wrong-owner-or-mode'], 'How it is.') },
    'From within: sshd’s empty directory.',
  ),
})
