import { known } from '../../../core/probe.ts'
import type { Sign } from '../../../core/types.ts'

export const logind = {
  id: 'logind',
  stage: 'session',
  beside: true,
  usual: { answers: 0.994 },
  passes: 'answers',
  shuts: false,
  values: ['answers', 'hangs', 'not-running'],
  from: ['logind'],
  read(facts) {
    const fact = known(facts, 'logind')
    if (!fact || fact.asked === false) return undefined
    if (fact.state === 'T' || (fact.state !== undefined && fact.answers === false)) return 'hangs'
    if (fact.answers || (fact.state !== undefined && fact.answers === undefined)) return 'answers'
    return 'not-running'
  },
  says: {
    answers: 'logind, which a session is asked of, answers',
    hangs: 'logind runs and does not answer: pam_systemd waits for it',
    'not-running': 'logind does not run, and pam_systemd asks it for each session',
  },
  detail(facts) {
    const fact = known(facts, 'logind')
    if (!fact) return undefined
    if (fact.state === 'T') return 'systemd-logind is stopped (state T)'
    return fact.answers === false && fact.seconds !== undefined
      ? `no answer to a ping in ${Math.round(fact.seconds)} s`
      : undefined
  },
} satisfies Sign<'answers' | 'hangs' | 'not-running'>
