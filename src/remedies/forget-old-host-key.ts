import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { here, plainWord } from '../core/steps.ts'

export default {
  id: 'forget-old-host-key',
  title: 'Forget the old host key',
  treats: { 'host-key-changed': 1 },
  needs: 'here',
  harm: 'lasting',
  plan(facts, target) {
    const name = known(facts, 'ssh-config')?.host ?? target?.host
    const at = known(facts, 'ssh-config')?.port ?? target?.port
    const entry = name === undefined || at === undefined || at === 22 ? name : `[${name}]:${at}`
    const say = 'Ask whoever runs the server for its fingerprints. Only when they match, forget the old key.'
    return [here(say, ['ssh-keygen', '-R', plainWord(entry)])]
  },
} satisfies Remedy
