import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import type { FactSheet } from '../core/types.ts'
import { onServer, plainWord, withUndo } from '../core/steps.ts'

const units = (facts: FactSheet) =>
  known(facts, 'listener')?.listeners.length === 0 ? (known(facts, 'sshd-unit')?.units ?? []) : []

export default {
  id: 'start-unit',
  title: 'Start sshd',
  treats: { 'nothing-listens': 0.8 },
  needs: 'server',
  harm: 'undone',
  opensshOnly: true,
  plan(facts) {
    const stopped = units(facts).find(({ enabled, active }) => enabled !== 'masked' && active === 'inactive')
    const unit = plainWord(stopped?.name)
    if (unit === undefined) return { refuse: 'no unit of sshd was seen to be stopped' }
    const say = 'Start sshd, and see that it starts with the machine (systemctl enable).'
    return [withUndo(onServer(say, ['systemctl', 'start', unit]), ['systemctl', 'stop', unit])]
  },
} satisfies Remedy
