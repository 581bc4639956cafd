import type { Remedy } from '../core/remedy.ts'
import { here, or } from '../core/steps.ts'
import { host, port } from './plan/target-words.ts'

export default {
  id: 'measure-loss',
  title: 'Measure where packets get lost',
  treats: { 'packet-loss': 1 },
  needs: 'here',
  harm: 'none',
  plan: (facts, target) => [
    here('Measure where it gets lost.', [
      'mtr',
      '-T',
      '-P',
      or(port(facts, target), 'the port'),
      or(host(facts, target), 'the host'),
    ]),
  ],
} satisfies Remedy
