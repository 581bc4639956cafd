import type { Remedy } from '../core/remedy.ts'
import { here, or, person } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'change-cipher-once',
  title: 'Try another cipher, then another path',
  treats: { 'packets-corrupted': 1 },
  needs: 'here',
  harm: 'none',
  plan(_facts, target) {
    const to = or(destination(target), DESTINATION)
    const cipher = here(
      'Log in with another cipher and MAC: where that works, one side computes the usual one wrongly. Write the two into your ssh configuration for this host (Ciphers, MACs), and bring client and server up to date.',
      ['ssh', '-c', 'aes128-ctr', '-m', 'hmac-sha2-512-etm@openssh.com', to],
    )
    const path = person(
      'Where every cipher fails, bytes are changed on the way: try from another network, without the VPN, and with the offloading of the network card switched off on either side (`ethtool -K`, tso, gso and gro).',
    )
    return [cipher, path]
  },
} satisfies Remedy
