/** What the system's ssh tells when it is watched: its steps, its words, its endings. */

/** How far the system's ssh came. The order is that of the protocol. */
export const LOGIN_STEPS = [
  'start',
  'proxy',
  'resolve',
  'connect',
  'connected',
  'identification',
  'kexinit',
  'kex-reply',
  'newkeys',
  'service',
  'methods',
  'offer',
  'key-accepted',
  'signed',
  'authenticated',
  'session',
  'shell',
] as const
export type LoginStep = (typeof LOGIN_STEPS)[number]

export interface LoginFact {
  log: ClientLog
  /** Seconds since ssh started at which each step was first seen. */
  stepAt: Partial<Record<LoginStep, number>>
  seconds: number
  exit: number | null
  signal?: string
  /** We ended it: at which limit. */
  stopped?: 'stalled' | 'out-of-time' | 'enough'
  /** Our first question to the login shell was answered; undefined where none was asked. */
  shellAnswered?: boolean
  /** Our second question, to a shell started as for a remote command, was answered. */
  commandAnswered?: boolean
  /** TCP segments this machine sent again meanwhile; undefined where the kernel does not tell. */
  retransmits?: number
  /** What came on stdout besides our own answers, visible form, the first 400 characters. */
  output?: string
}

/** What ssh's own words say, whichever release and platform said them. */
export interface ClientLog {
  /** The furthest step the text proves. */
  reached: LoginStep
  /** The client's release as it names itself, such as `OpenSSH_9.2p1`. */
  client?: string
  /** The server's identification as `-v` shows it. */
  server?: string
  /** Lines the server sent before its identification. */
  preBanner: string[]
  failure?: ClientFailure
  /** The words that failure was read from, visible form. */
  says?: string
  /** Methods the server still offered at the last refusal. */
  methods?: string[]
  keysOffered: number
  keysAccepted: number
  partialSuccess: boolean
  /** Text the server or PAM had shown, visible form. */
  serverText: string[]
  /** `command="…"` or another restriction the server announced. */
  forcedCommand: boolean
  /** Failures of a proxy or jump on the way, in their own words. */
  proxyText: string[]
  /** Key files ssh could not use. */
  keyProblems: { path: string; problem: 'missing' | 'too-open' | 'passphrase' | 'unreadable' }[]
  /** No common algorithm: what there was none of, and what the server offers. */
  noCommon?: { what: string; theirs: string }
  /** Address ssh was talking to, when it says. */
  address?: string
  /** Fingerprint of the host key the server showed, `SHA256:…`. */
  hostKey?: string
  /** Lines that could not be placed, visible form, the last few. */
  rest: string[]
}

/** Closed set of endings ssh can report. The names say what happened, not why. */
export const CLIENT_FAILURES = [
  'config-unusable',
  'name-not-found',
  'name-lookup-fails',
  'connect-timeout',
  'connect-refused',
  'connect-reset',
  'host-unreachable',
  'net-unreachable',
  'connect-not-permitted',
  'banner-timeout',
  'banner-closed',
  'banner-reset',
  'banner-garbage',
  'banner-no-version',
  'protocol-mismatch',
  'closed-unstated',
  'reset-unstated',
  'no-common-algorithm',
  'kex-closed',
  'kex-reset',
  'kex-corrupt',
  'kex-timeout',
  'host-key-unknown',
  'host-key-changed',
  'host-key-revoked',
  'permission-denied',
  'too-many-failures',
  'disconnected',
  'auth-closed',
  'auth-reset',
  'auth-timeout',
  'session-refused',
  'session-closed',
  'broken-pipe',
  'proxy-fails',
  'control-socket-refused',
] as const
export type ClientFailure = (typeof CLIENT_FAILURES)[number]
