import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, withCheck } from '../core/steps.ts'

export default {
  id: 'mend-config-line',
  title: 'Mend the line that sshd refuses',
  treats: { 'nothing-listens': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts) {
    const refusal = known(facts, 'sshd-effective')?.refusal
    if (refusal?.file === undefined || refusal.line === undefined)
      return { refuse: 'sshd was not seen to refuse a line' }
    const say = `Mend line ${refusal.line} of ${refusal.file}, which sshd refuses; then start it.`
    return [withCheck(onServer(say, ['sshd', '-t']), ['sshd', '-t'])]
  },
} satisfies Remedy
