import { fact } from '../fact.ts'
import { amount, flag, object } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'From within: becoming root',
  shape: object(
    {
      root: flag('sudo makes us root, or we are.'),
      seconds: amount('How long sudo took to say so; 0 where nobody had to ask.'),
    },
    'Whether and how fast sudo makes us root: it looks up the own name of the machine first.',
  ),
})
