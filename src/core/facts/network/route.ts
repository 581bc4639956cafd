import { fact } from '../fact.ts'
import { count, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'path',
  title: 'Route',
  shape: object(
    {
      address: text('Where to.'),
      source: optional(text('The address we would come from.')),
      device: optional(text('Through which network device.')),
      mtu: optional(count('Largest packet on it, bytes.')),
      neighbour: optional(oneOf(['reachable', 'failed', 'incomplete', 'none'], 'Whether the next machine answers.')),
      says: text('In the kernel’s words.'),
    },
    'Route.',
  ),
})
