import type { Options } from './options.ts'
import type { ConfigLine, ConfigRelease } from './types.ts'

/** One line being read: what servconf.c process_server_config_line_depth has in hand. */
export interface Reading {
  /** As written, as sshd repeats it. */
  keyword: string
  /** As `sshd -T` prints it. */
  name: string
  kind: string
  /** Words not taken yet; what is left at the end is garbage. */
  args: string[]
  /** Everything after the keyword, as written. */
  rest: string
  /** The line counts; otherwise only its syntax does. */
  active: boolean
  release: ConfigRelease
  options: Options
  line: ConfigLine
}

/** Reads one kind of line. Returns what sshd refuses it with, in its own words, or nothing. */
export type Reader = (r: Reading) => string | undefined

/** Where sshd is started: services start it in the root, which is what relative paths are held against. */
const CWD = '/'

/** misc.c tilde_expand_filename for root, whom sshd runs as. */
export function tildeExpand(path: string): string {
  return path.replace(/^~(?:root)?(?=\/|$)\/*/, '/root/').replace(/^\/root\/$/, '/root/')
}

/**
 * What sshd says where a path begins with the home of somebody who cannot be: names nobody has. Of others we do not know
 * the home, and leave the path as it stands.
 */
export function noSuchUser(path: string): string | undefined {
  const name = /^~([^/]+)/.exec(path)?.[1]
  return name === undefined || /^[a-z_][\w.-]*\$?$/i.test(name) ? undefined : `tilde_expand: No such user ${name}`
}

/** servconf.c derelativise_path. */
export function absolutePath(path: string): string {
  if (path.toLowerCase() === 'none') return 'none'
  const expanded = tildeExpand(path)
  return expanded.startsWith('/') ? expanded : `${CWD}/${expanded}`
}
