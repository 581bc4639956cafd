import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import type { FactSheet } from '../core/types.ts'
import { here, or, plainWord } from '../core/steps.ts'

/** The first jump as a destination that ssh takes; with a port that is a URI (ssh(1)). */
function firstJump(facts: FactSheet): string | undefined {
  const first = known(facts, 'ssh-config')
    ?.proxyJump?.split(',')[0]
    ?.replace(/^ssh:\/\//, '')
  return first && /[^:]:\d+$/.test(first) ? `ssh://${first}` : first
}

export default {
  id: 'diagnose-jump-host',
  title: 'Diagnose the jump host first',
  treats: { 'jump-host-unreachable': 1 },
  needs: 'here',
  harm: 'none',
  plan: (facts) => [
    here('Diagnose the jump host first.', ['sshmedic', or(plainWord(firstJump(facts)), 'the jump host')]),
  ],
} satisfies Remedy
