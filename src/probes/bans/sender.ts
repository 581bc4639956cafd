import { isIP } from 'node:net'
import { known, type ProbeContext } from '../../core/probe.ts'

/** The address the target is asked at, where it is known; of several that a name has, the first. */
export function askedAddress({ facts, target }: ProbeContext): string | undefined {
  const host = known(facts, 'ssh-config')?.host ?? target.host
  return isIP(host) ? host : known(facts, 'name-lookup')?.addresses[0]?.address
}

/**
 * The address we come from to the target. The way in may have come by the other family of addresses: then it is not known.
 */
export function sender(context: ProbeContext): string | undefined {
  const { facts, from, target } = context
  if (from === undefined) return undefined
  const host = known(facts, 'ssh-config')?.host ?? target.host
  const asked = isIP(host) ? [host] : (known(facts, 'name-lookup')?.addresses ?? []).map(({ address }) => address)
  const six = isSix(from)
  return asked.length === 0 || asked.some((address) => isSix(address) === six) ? from : undefined
}

/** An IPv4 address written as one of IPv6 is none. */
const isSix = (address: string): boolean => address.includes(':') && !/^::ffff:[\d.]+$/i.test(address)
