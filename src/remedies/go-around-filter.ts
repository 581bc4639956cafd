import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'go-around-filter',
  title: 'Go around the filter',
  treats: { 'protocol-blocked': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [
    person("Try from another network; where the filter stays, go through HTTPS or the cloud's own session service."),
  ],
} satisfies Remedy
