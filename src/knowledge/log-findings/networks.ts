import { customerNetwork } from '../../openssh/networks.ts'
import type { Network, Source } from './types.ts'

/** Networks with more than one address that failed or was dropped, the most burdensome first. */
export function networksOf(sources: readonly Source[]): Network[] {
  // Of most networks there is one address: only those that have a second are spelled and summed up.
  const firsts = new Map<string | number, Source | Network>()
  const networks: Network[] = []
  for (const source of sources) {
    const key = networkKey(source.address)
    if (key === undefined) continue
    const known = firsts.get(key)
    if (!known) {
      firsts.set(key, source)
      continue
    }
    let sum: Network
    if ('network' in known) sum = known
    else {
      sum = { network: customerNetwork(source.address)!, addresses: 0, failures: 0, accepted: 0, drops: 0 }
      firsts.set(key, sum)
      networks.push(sum)
      add(sum, known)
    }
    add(sum, source)
  }
  return networks
    .filter(({ failures, drops }) => failures + drops > 0)
    .sort((a, b) => b.failures + b.drops - (a.failures + a.drops))
}

function add(sum: Network, source: Source): void {
  sum.addresses += 1
  sum.failures += source.failures
  sum.accepted += source.accepted
  sum.drops += source.drops + source.perSource
}

const [DOT, DIGIT_0] = [46, 48]

/** What addresses of one network have in common: a number for IPv4, which is found ten times as fast as its spelling. */
function networkKey(address: string): string | number | undefined {
  let [key, part, dots, digits] = [0, 0, 0, 0]
  for (let i = 0; i < address.length; i++) {
    const c = address.charCodeAt(i)
    if (c === DOT) {
      // A zero in front is no spelling of sshd's: such are told apart by their letters.
      if (digits === 0 || digits > 3) return customerNetwork(address)
      dots++
      key = key * 1000 + part
      part = digits = 0
    } else if (c >= DIGIT_0 && c < DIGIT_0 + 10 && (digits === 0 || part > 0 || dots === 3)) {
      part = part * 10 + c - DIGIT_0
      digits++
    } else return customerNetwork(address)
  }
  return dots === 3 && digits > 0 && digits < 4 ? key : customerNetwork(address)
}
