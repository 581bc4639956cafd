import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'
import { port } from './plan/target-words.ts'

export default {
  id: 'compare-address-with-rules',
  title: 'Compare your address with the rules',
  treats: { 'packets-dropped': 0.3 },
  needs: 'here',
  harm: 'none',
  plan: (facts, target) => [
    person(
      `Compare your present address with what the firewall of the server allows for port ${port(facts, target) ?? '22'}.`,
    ),
  ],
} satisfies Remedy
