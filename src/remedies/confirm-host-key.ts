import type { Remedy } from '../core/remedy.ts'
import { here } from '../core/steps.ts'
import { destination } from './plan/target-words.ts'

export default {
  id: 'confirm-host-key',
  title: 'Confirm the host key',
  treats: { 'host-key-unknown': 1 },
  needs: 'here',
  harm: 'lasting',
  plan: (_facts, target) => [
    here('Compare the fingerprint with one you have from a safe source, then say yes once.', [
      'ssh',
      destination(target),
    ]),
  ],
} satisfies Remedy
