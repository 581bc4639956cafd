import { fact } from '../fact.ts'
import { flag, list, object, text } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'Whether known_hosts has the host',
  shape: object(
    {
      names: list(text(), 'The names looked for, as ssh writes them: the name, `[name]:port`, or HostKeyAlias.'),
      files: list(text(), 'The files searched: those of UserKnownHostsFile that exist.'),
      found: flag('One of them has a key of one of the names.'),
    },
    'Whether a known_hosts file of the user has a key of this host: an SSH server answered here once.',
  ),
})
