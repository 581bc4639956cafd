import { fact } from '../fact.ts'
import { list, object, oneOf, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: nologin files',
  shape: object(
    {
      files: list(
        object({
          path: text('Path.'),
          says: text('The text of the file.'),
          notice: oneOf(['booting', 'other'], '`booting`: systemd wrote it, for the time until the machine is up.'),
        }),
        'The files.',
      ),
    },
    'From within: nologin files.',
  ),
})
