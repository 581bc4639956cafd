import type { ClientFailure } from '../core/types.ts'
import { connectFailure } from './network-errors.ts'

/** An end whose stage the line leaves open; what stood before it decides. */
export type OpenEnd = 'closed' | 'reset' | 'timed-out' | 'pipe'

/** What a line says of how a login ended. */
export interface Finding {
  /** What the line says for itself, or how the connection ended at a stage the line does not tell. */
  failure: ClientFailure | OpenEnd
  /** Only ssh's last word: it may go on, or say it and still get in. */
  weak?: boolean
  /** The line names no address because ssh talked through a proxy. */
  proxied?: boolean
  /** It repeats what an earlier line said better. */
  echo?: boolean
  address?: string
  methods?: string[]
  noCommon?: { what: string; theirs: string }
}

type More = Omit<Finding, 'failure'>

/** These words say this, whatever stands in them. */
export const is =
  (failure: Finding['failure'], more: More = {}) =>
  (): Finding => ({ failure, ...more })

/** sshpkt_fmt_connection_id: `[user root ]IP port N`; through a proxy `UNKNOWN port 65535`. The address is the first group. */
export const peer = (failure: Finding['failure'], m: RegExpExecArray, more: More = {}): Finding => {
  const address = m[1] ?? ''
  if (address === 'UNKNOWN') return { failure, proxied: true, ...more }
  return /^[\da-fA-F.:]+(?:%[\w.-]+)?$/.test(address) ? { failure, address, ...more } : { failure, ...more }
}

/** The first group is the system's word for why a connection could not be made. */
export const byWords = (m: RegExpExecArray): Finding | undefined => {
  const failure = connectFailure(m[1] ?? '')
  return failure ? { failure } : undefined
}

/** Refused, with the methods that are left: a list between commas or spaces. */
export const denied = (list: string | undefined): Finding => {
  const methods = (list ?? '').split(/[,\s]+/).filter((one) => one !== '' && one !== 'none')
  return methods.length > 0 ? { failure: 'permission-denied', methods } : { failure: 'permission-denied' }
}

export const noCommon = (what: string | undefined, theirs: string | undefined): Finding => ({
  failure: 'no-common-algorithm',
  noCommon: { what: what ?? '', theirs: theirs ?? '' },
})
