import { fact } from '../fact.ts'
import { amount, count, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'banner',
  title: 'From within: unfinished logins',
  shape: object(
    {
      pending: list(
        object({
          address: text('IP address.'),
          count: count('How many.'),
          oldestSeconds: optional(amount('How long the oldest has been there.')),
        }),
        'By address, most first.',
      ),
      total: count('All of them.'),
      mine: optional(count('Of those, ours: from the address we come from.')),
      loggedIn: optional(count('Logged-in sessions; they hold no slot.')),
    },
    'Connections that are not logged in yet, by where they come from.',
  ),
})
