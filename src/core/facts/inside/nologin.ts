import { fact } from '../fact.ts'
import { list, object, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: nologin files',
  shape: object(
    { files: list(object({ path: text('Path.'), says: text('What it says.') }), 'The files.') },
    'From within: nologin files.',
  ),
})
