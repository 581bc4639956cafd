import type { Remedy } from '../core/remedy.ts'
import { here } from '../core/steps.ts'
import { host, port } from './plan/target-words.ts'

export default {
  id: 'measure-loss',
  title: 'Measure where packets get lost',
  treats: { 'packet-loss': 1 },
  needs: 'here',
  harm: 'none',
  plan: (facts, target) => [
    here('Measure where it gets lost.', ['mtr', '-T', '-P', port(facts, target), host(facts, target)]),
  ],
} satisfies Remedy
