import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'
import { user } from './plan/target-words.ts'

const LISTS = '^[[:space:]]*(allow|deny)(users|groups)'

export default {
  id: 'let-user-in-by-list',
  title: 'Let the user in by the list',
  treats: { 'user-not-allowed': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts, target) {
    if (known(facts, 'inside-session') === undefined) return { refuse: 'the lists of sshd were not seen' }
    const say = `Let ${user(facts, target) ?? 'the user'} in by the list that is named here, and reload sshd; a Match block or an included file may hold it.`
    return [onServer(say, ['grep', '-rniE', LISTS, '/etc/ssh/sshd_config', '/etc/ssh/sshd_config.d'])]
  },
} satisfies Remedy
