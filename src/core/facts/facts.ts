import type { FACTS } from './registry.ts'
import type { Static } from './shape.ts'
import type { contact } from './shapes/contact.ts'

type Declared = typeof FACTS

/** One key per probe, one serialisable value: the dictionary of evidence. */
export type Facts = { [K in keyof Declared]: Static<Declared[K]['shape']> }

/** One raw TCP connection, as observed. Times are seconds since we asked for the connection. */
export type Contact = Static<typeof contact>
/** What became of one TCP connect. The operating system's code is mapped once, at the socket. */
export type ConnectOutcome = Contact['connect']['outcome']
/** How a connection ended: by the peer's FIN, by a RST, by us because we had seen enough, or by our clock. */
export type ConnectionEnd = Contact['end']['how']
export type SshConfigFact = Facts['ssh-config']
export type KeyFile = Facts['key-files']['files'][number]
export type LoginFact = Facts['login']
/** What ssh's own words say, whichever release and platform said them. */
export type ClientLog = Facts['client-text']
export type Listener = Facts['listener']['listeners'][number]
/** What sshd's log says in sum; every count is at least so many. */
export type ServerLogFact = Facts['server-log']
