import type { Homes } from './homes.ts'
import type { Options } from './options.ts'
import type { ConfigLine } from './types.ts'
import type { Release } from '../openssh/release.ts'

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
  release: Release
  homes: Homes
  options: Options
  line: ConfigLine
}

/** Reads one kind of line. Returns what sshd refuses it with, in its own words, or nothing. */
export type Reader = (r: Reading) => string | undefined

/** Where sshd is started: services start it in the root, which is what relative paths are held against. */
const CWD = '/'

/** servconf.c derelativise_path. */
export function absolutePath(path: string, homes: Homes): string {
  if (path.toLowerCase() === 'none') return 'none'
  const expanded = homes.expand(path)
  return /^[/~]/.test(expanded) ? expanded : `${CWD}/${expanded}`
}
