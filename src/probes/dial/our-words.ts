import { unmatchableKexinit } from '../../openssh/kexinit.ts'

const text = (line: string) => new TextEncoder().encode(line)

/** How we name ourselves to servers and in their logs (RFC 4253 4.2), so that an administrator can tell who knocked. */
export const OUR_IDENTIFICATION = text('SSH-2.0-sshmedic_1\r\n')

/** Our identification in single bytes, each its own segment: what matches on `SSH-` inside one packet does not see it. */
export const OUR_IDENTIFICATION_SPLIT = [...OUR_IDENTIFICATION]
  .slice(0, 4)
  .map((b) => Uint8Array.of(b))
  .concat([OUR_IDENTIFICATION.slice(4)])

/**
 * No SSH at all. sshd answers `Invalid SSH identification string.` and ends (kex.c kex_exchange_identification, 8.0 on;
 * `Protocol mismatch.` before), a packet of some 40 bytes.
 */
export const NOT_SSH = text('sshmedic asks: are you there?\r\n')

/** What nearly every other service answers with something, if only an error: a reaction is all we look for. */
export const POKE = text('HEAD / HTTP/1.0\r\n\r\n')

/** A whole KEXINIT nobody can agree with; the server ends the connection at once when it has read it. */
export const kexinitOfSize = (bytes: number): Uint8Array => unmatchableKexinit(bytes)
