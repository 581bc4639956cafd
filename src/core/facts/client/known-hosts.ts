import { fact } from '../fact.ts'
import { flag, list, object, text } from '../shape.ts'

export default fact({
  stage: 'client',
  title: 'Whether known_hosts has the host',
  shape: object(
    {
      names: list(text(), 'What was looked for, as ssh writes it: the name, `[name]:port`, or HostKeyAlias.'),
      files: list(text(), 'Where: the files of UserKnownHostsFile that are there.'),
      found: flag('One of them has a key of one of the names.'),
    },
    'Whether a known_hosts file of the user has a key of this host: an SSH server answered here once.',
  ),
})
