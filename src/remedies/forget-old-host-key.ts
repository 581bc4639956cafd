import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { here, or, plainWord } from '../core/steps.ts'
import { port } from './plan/target-words.ts'

export default {
  id: 'forget-old-host-key',
  title: 'Forget the old host key',
  treats: { 'host-key-changed': 1 },
  needs: 'here',
  harm: 'lasting',
  plan(facts, target) {
    const name = known(facts, 'ssh-config')?.host ?? target?.host
    const at = port(facts, target)
    const entry = name === undefined || at === undefined || at === '22' ? name : `[${name}]:${at}`
    const say = 'Ask whoever runs the server for its fingerprints. Only when they match, forget the old key.'
    return [here(say, ['ssh-keygen', '-R', or(plainWord(entry), 'the name of the host as you type it')])]
  },
} satisfies Remedy
