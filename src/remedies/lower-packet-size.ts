import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { here, or, plainWord, withUndo } from '../core/steps.ts'

export default {
  id: 'lower-packet-size',
  title: 'Lower the size of packets',
  treats: { 'mtu-black-hole': 1 },
  needs: 'here',
  harm: 'undone',
  plan(facts) {
    const route = known(facts, 'route')
    const device = plainWord(route?.device)
    const say =
      'Lower the packet size on your side for a proof; then let the path say its limit (ICMP "fragmentation needed"), or clamp the MSS.'
    const lookUp = device === undefined ? " `ip route get` with the server's address names the network device." : ''
    const lowered = here(say + lookUp, ['sudo', 'ip', 'link', 'set', 'dev', or(device, 'that device'), 'mtu', '1280'])
    return [withUndo(lowered, ['sudo', 'ip', 'link', 'set', 'dev', device, 'mtu', plainWord(route?.mtu)])]
  },
} satisfies Remedy
