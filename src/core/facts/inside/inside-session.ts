import { fact } from '../fact.ts'
import { amount, count, flag, list, number, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'From within: who we are there',
  shape: object(
    {
      user: text('The user we are there.'),
      uid: count('User id.'),
      root: optional(flag('`sudo -n` works, or we are root; absent where sudo had not answered yet.')),
      kernel: text('Its release.'),
      init: oneOf(['systemd', 'other'], 'The program that starts services there.'),
      roundTrip: amount('Seconds one empty command took.'),
      clockOffset: number("Server's clock minus ours, seconds."),
      os: optional(text('ID and VERSION_ID of os-release, such as `debian 12`.')),
      clientAddress: optional(
        text('Where the way in seems to come from, as the server sees it; none on the machine itself.'),
      ),
      wayInHost: optional(text('The host that the destination of the way in names; none on the machine itself.')),
      hostname: optional(text("The machine's name for itself.")),
      addresses: optional(list(text(), 'Its own addresses, loopback left out.')),
      hostKeys: optional(list(text(), 'Fingerprints of its host keys.')),
    },
    'Which user we are on the server, and what kind of machine it is.',
  ),
})
