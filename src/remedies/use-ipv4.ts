import type { Remedy } from '../core/remedy.ts'
import { here, or } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'use-ipv4',
  title: 'Use IPv4',
  treats: { 'ipv6-path-broken': 1 },
  needs: 'here',
  harm: 'none',
  plan: (_facts, target) => [
    here('Use IPv4 until the IPv6 way is mended or its record removed.', [
      'ssh',
      '-4',
      or(destination(target), DESTINATION),
    ]),
  ],
} satisfies Remedy
