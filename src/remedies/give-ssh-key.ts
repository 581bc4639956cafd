import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { here, or, person, plainWord } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'give-ssh-key',
  title: 'Give ssh the key',
  treats: { 'no-key-offered': 1 },
  needs: 'here',
  harm: 'none',
  plan(facts, target) {
    const config = known(facts, 'ssh-config')
    const file = known(facts, 'key-files')?.files.find(({ state }) => state === 'present')?.path
    const give = here('Name the private key that the server knows.', [
      'ssh',
      '-i',
      or(plainWord(file), 'the path of your private key'),
      or(destination(target), DESTINATION),
    ])
    const agent = here('See which keys the agent holds; without one, keys that live in it are not offered.', [
      'ssh-add',
      '-l',
    ])
    const only = person(
      'IdentitiesOnly is on: of the keys in the agent ssh offers only those whose file a line of the configuration names.',
    )
    return [
      give,
      ...(config?.identitiesOnly === true ? [only] : []),
      agent,
      person(
        'Under sudo, in cron, in a container or a job of CI your home and your agent are not there: name the key by its full path, or hand it to the job.',
      ),
    ]
  },
} satisfies Remedy
