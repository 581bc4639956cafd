import { fact } from '../fact.ts'
import { byKey, count, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'Our own open connections to the server',
  shape: object(
    {
      bySource: byKey(count(), 'Local address to how many.'),
      target: text('The address they go to.'),
      port: count('The port they go to.'),
      source: optional(text('Where from.')),
    },
    "TCP connections this machine already holds to the target's port, counted by local address.",
  ),
})
