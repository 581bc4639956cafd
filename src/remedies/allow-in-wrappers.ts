import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, plainWord } from '../core/steps.ts'

export default {
  id: 'allow-in-wrappers',
  title: 'Let the address in by tcp wrappers',
  treats: { 'denied-by-tcp-wrappers': 0.8 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts) {
    const table = plainWord(known(facts, 'tcp-wrappers')?.rule?.file)
    if (table === undefined) return { refuse: 'no rule of tcp wrappers was seen' }
    const say = 'Take the rule away, or name your address in /etc/hosts.allow, which is read first.'
    return [onServer(say, ['grep', '-n', '.', table])]
  },
} satisfies Remedy
