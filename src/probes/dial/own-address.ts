import type { NetworkInterfaceInfo } from 'node:os'
import { canonicalAddress, isLoopback } from '../../openssh/networks.ts'

type Interfaces = Readonly<Record<string, readonly Pick<NetworkInterfaceInfo, 'address'>[] | undefined>>

/** Whoever connects to one of these meets this machine: loopback, the unspecified addresses (Linux takes them for loopback), and its own. */
export function isOwnAddress(address: string, interfaces: Interfaces): boolean {
  const plain = canonicalAddress(address)
  if (plain === undefined) return false
  if (isLoopback(plain) || plain === '0.0.0.0' || plain === '::') return true
  return Object.values(interfaces)
    .flatMap((one) => one ?? [])
    .some((one) => canonicalAddress(one.address) === plain)
}
