import { fact } from '../fact.ts'
import { amount, list, object, oneOf, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: name service',
  shape: object(
    {
      servers: list(text(), 'Name servers.'),
      seconds: amount('Looking our own address up backwards, as UseDNS does.'),
      outcome: oneOf(['found', 'not-found', 'fails', 'timeout'], 'The outcome.'),
    },
    'From within: name service.',
  ),
})
