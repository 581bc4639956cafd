import type { Remedy } from '../core/remedy.ts'
import { here, or } from '../core/steps.ts'
import { host } from './plan/target-words.ts'

export default {
  id: 'check-own-resolver',
  title: 'Check the resolver of this machine',
  treats: { 'name-lookup-fails': 1 },
  needs: 'here',
  harm: 'none',
  plan: (facts, target) => [
    here("Check this machine's resolver, or use the address itself.", [
      'getent',
      'hosts',
      or(host(facts, target), 'the name of the host'),
    ]),
  ],
} satisfies Remedy
