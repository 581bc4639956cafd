import { fact } from '../fact.ts'
import { list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'session',
  title: 'From within: what runs at login',
  shape: object(
    {
      suspects: list(
        object({ path: text('Path.'), says: text('What is odd about it.') }),
        'Login scripts, ForceCommand, shell start-up files of the user that run before the prompt: path and what is odd.',
      ),
      forceCommand: optional(text('ForceCommand, or a forced one of the key.')),
    },
    'From within: what runs at login.',
  ),
})
