import { countedAddress } from './address.ts'
import type { Message } from './message-reader.ts'
import type { LineKind } from './types.ts'

/** Everything in front of an address is the stranger's: these are anchored at the end of the message. */
export const END_SSH2 = / from (\S{1,255}) port (\d{1,5}) {1,2}ssh[12]$/
export const END_PORT = / from (\S{1,255}) port (\d{1,5})$/
export const END_BARE = / from (\S{1,255})$/
export const LOOKS_LIKE_HOST = /^[\w.:%-]+$/

export interface Origin {
  before: string
  address: string
  port?: number
}

export function origin(message: string, pattern: RegExp): Origin | undefined {
  const m = pattern.exec(message)
  if (!m || !LOOKS_LIKE_HOST.test(m[1]!)) return undefined
  const found: Origin = { before: message.slice(0, m.index), address: countedAddress(m[1]!) }
  if (m[2] !== undefined) found.port = Number(m[2])
  return found
}

export const from = (message: string): Origin | undefined => origin(message, END_PORT) ?? origin(message, END_BARE)

export function place(kind: LineKind, at: Origin | undefined): Message {
  const message: Message = { kind }
  if (!at) return message
  message.address = at.address
  if (at.port !== undefined) message.port = at.port
  return message
}

/** Address, port, user and reason by the groups of `pattern`. */
export function named(kind: LineKind, message: string, pattern: RegExp): Message | undefined {
  const m = pattern.exec(message)
  if (!m) return undefined
  const said: Message = { kind }
  const { address, port, user, reason } = m.groups ?? {}
  if (address !== undefined) said.address = countedAddress(address)
  if (port !== undefined) said.port = Number(port)
  if (user !== undefined) said.user = user
  if (reason !== undefined) said.reason = reason
  return said
}
