import type { LoginFact } from '../../core/types.ts'

/** What the jump host says of the target's name when it cannot look it up (channels.c `connect failed: `, gai_strerror(3)). */
export function beyondJump(proxyText: string): 'name-not-found' | 'name-lookup-fails' | undefined {
  const words = /open failed: connect failed: (.{1,120})/.exec(proxyText)?.[1] ?? ''
  if (/not known|no address associated|no such host|not found|not supported/i.test(words)) return 'name-not-found'
  return /name resolution|name server/i.test(words) ? 'name-lookup-fails' : undefined
}

/** A long way is not a slow server: what the handshake took, up to a satellite's. */
export function roundTrip({ stepAt: { connect, connected } }: LoginFact): number {
  return connect === undefined || connected === undefined ? 0 : Math.min(1.5, connected - connect)
}
