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
        'The fate of a new connection from our address to the port.',
      ),
      place: optional(
        object(
          {
            writer: oneOf(['nft', 'iptables', 'iptables-legacy'], 'By which of them the table was written.'),
            family: text('`ip`, `ip6`, `inet`, `netdev`.'),
            table: text('Name of the table.'),
            chain: text('Name of the chain.'),
            text: text('The rule, or the policy of the chain, visible form.'),
          },
          'The rule that decides; for `limits` the one that counts.',
        ),
      ),
      route: optional(
        object(
          {
            type: text('`blackhole`, `unreachable`, `prohibit`, `throw`; `none` where there is no route at all.'),
            network: text('Of what the route is; the address itself where there is none.'),
          },
          'The route back that leads nowhere, where that is what keeps us out.',
        ),
      ),
      you: optional(flag('It looks at who sends, not at the port alone: a ban rather than a closed port.')),
      by: optional(text('The tool whose rule it is.')),
      zone: optional(text('The zone of firewalld it stands in.')),
      answers: optional(flag("The server's answer is dropped, not our packet.")),
      from: optional(text('The address it was judged for.')),
    },
    'From within: firewall.',
  ),
})
