import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'leave-proxy-network',
  title: 'Leave the proxy or VPN',
  treats: { 'probe-not-trustworthy': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [person('Leave the proxy or VPN, or try from another network; then diagnose again.')],
} satisfies Remedy
