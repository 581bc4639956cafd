import type { ClientFailure } from '../../core/types.ts'

/** strerror(3) of a failed connect(2), as Linux, macOS, the BSDs, Windows, musl and the languages' own libraries put it. */
const CONNECT: readonly (readonly [RegExp, ClientFailure])[] = [
  [/timed? ?out|timeout|ETIMEDOUT/i, 'connect-timeout'],
  [/refused|ECONNREFUSED/i, 'connect-refused'],
  [/reset by peer|connection reset|ECONNRESET|connection abort|connection was aborted/i, 'connect-reset'],
  [/no route to host|host is (?:down|unreachable)|EHOSTUNREACH|EHOSTDOWN|unreachable host/i, 'host-unreachable'],
  [
    /network is (?:unreachable|down)|ENETUNREACH|unreachable network|can(?:no|')t assign requested address|EADDRNOTAVAIL/i,
    'net-unreachable',
  ],
  [/invalid argument|address family not supported|EINVAL|EAFNOSUPPORT/i, 'net-unreachable'],
  [/permission denied|not permitted|EACCES|EPERM|access permissions/i, 'connect-not-permitted'],
]

/** What the system's words for a failed connect mean; undefined where nobody here knows them. */
export const connectFailure = (words: string): ClientFailure | undefined =>
  CONNECT.find(([pattern]) => pattern.test(words))?.[1]

/**
 * gai_strerror(3) of glibc, musl, the BSDs, macOS and Windows. Not found: the resolver answered that there is no such name.
 * Everything else is a resolver that did not answer.
 */
const NOT_FOUND =
  /not known|nodename nor servname|no address associated|no such host|does not resolve|unknown host|not found|name has no usable|address family for hostname not supported|no such name|ENOTFOUND|unknown name/i

/** What the resolver's words mean. */
export const lookupFailure = (words: string): ClientFailure =>
  NOT_FOUND.test(words) ? 'name-not-found' : 'name-lookup-fails'
