import type { Remedy } from '../core/remedy.ts'
import { here, or } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'run-proxy-command-alone',
  title: 'Run the proxy command by itself',
  treats: { 'proxy-command-fails': 1 },
  needs: 'here',
  harm: 'none',
  plan: (_facts, target) => [
    here('Run the proxy command by itself, or leave it out.', [
      'ssh',
      '-o',
      'ProxyCommand=none',
      or(destination(target), DESTINATION),
    ]),
  ],
} satisfies Remedy
