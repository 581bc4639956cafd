import { inNetwork, inRange } from '../../openssh/networks.ts'
import type { Facts } from '../../core/types.ts'

/** An address, or a network, that a tool keeps out. */
export interface Ban {
  tool: string
  /** What of the tool holds it. */
  holder: Facts['bans']['banned'][number]['holder']
  /** An address, `address/bits`, or a range `first-last`. */
  address: string
  /** ISO 8601. None: for ever, or nobody says. */
  until?: string
}

/** Whether a ban covers an address. */
export function covers({ address }: Ban, from: string): boolean {
  const [first = '', last] = address.split('-')
  return (last === undefined ? inNetwork(from, address) : inRange(from, first, last)) === true
}

/** An address, a network or a range as tools write them, of one address without its length; undefined for what is none. */
export function addressIn(text: string): string | undefined {
  const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/^([\d.]+)\/32$|^([\da-f:.]+)\/128$/i, '$1$2')
  const [first = '', last] = bare.split('-')
  const truth = last === undefined ? inNetwork('192.0.2.1', bare) : inRange('192.0.2.1', first, last)
  return truth === undefined ? undefined : bare
}

/** ISO 8601 of a time, milliseconds or text; undefined for what is none. */
export function iso(time: string | number): string | undefined {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
