import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import type { FactSheet } from '../core/types.ts'
import { onServer, plainWord, withUndo } from '../core/steps.ts'

const units = (facts: FactSheet) =>
  known(facts, 'listener')?.listeners.length === 0 ? (known(facts, 'sshd-unit')?.units ?? []) : []

export default {
  id: 'unmask-unit',
  title: 'Unmask the unit of sshd',
  treats: { 'nothing-listens': 0.9 },
  needs: 'server',
  harm: 'undone',
  opensshOnly: true,
  plan(facts) {
    const unit = plainWord(units(facts).find(({ enabled }) => enabled === 'masked')?.name)
    if (unit === undefined) return { refuse: 'no unit of sshd was seen to be masked' }
    const step = onServer('Somebody masked the unit of sshd: unmask it, and start it.', [
      'systemctl',
      'unmask',
      '--now',
      unit,
    ])
    return [withUndo(step, ['systemctl', 'mask', unit])]
  },
} satisfies Remedy
