import { fact } from '../fact.ts'
import { flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'path',
  title: 'From within: firewall',
  shape: object(
    {
      tools: list(text(), 'Nft, iptables, ufw, firewalld: whichever has rules.'),
      verdict: oneOf(
        ['open', 'drops', 'rejects', 'limits', 'unknown'],
        'What becomes of a new connection from our address to the port.',
      ),
      rule: optional(text('The rule that decides, visible form: `family table chain: rule`, or `route: …`.')),
      by: optional(text('The tool whose rule it is.')),
      zone: optional(text('The zone of firewalld it stands in.')),
      answers: optional(flag("What is dropped is the server's answer.")),
      from: optional(text('The address it was judged for.')),
    },
    'From within: firewall.',
  ),
})
