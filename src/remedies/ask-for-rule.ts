import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'
import { port } from './plan/target-words.ts'

export default {
  id: 'ask-for-rule',
  title: 'Ask for a rule that lets you in',
  treats: { 'packets-rejected': 0.3 },
  needs: 'here',
  harm: 'none',
  plan: (facts, target) => [person(`Ask for a rule that lets your address in on port ${port(facts, target) ?? '22'}.`)],
} satisfies Remedy
