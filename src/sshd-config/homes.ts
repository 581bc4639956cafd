import type { ConfigFiles } from './files.ts'

/** Sources of nsswitch.conf(5) whose people all stand in /etc/passwd, or never own a path in sshd_config. */
const IN_FILES = /^(?:files|compat|systemd|\[.*\])$/

/** Homes of people, for paths with a `~`; the file is looked at when the first one is met. */
export class Homes {
  private readonly files: ConfigFiles

  constructor(files: ConfigFiles) {
    this.files = files
  }

  /** misc.c tilde_expand_filename; sshd runs as root. A home nobody knows leaves the path as it stands. */
  expand(path: string): string {
    const m = /^~([^/]*)\/*([^]*)$/.exec(path)
    if (!m) return path
    const home = this.of(m[1]!)
    return home === undefined ? path : `${home}${home.endsWith('/') ? '' : '/'}${m[2]}`
  }

  /** What sshd ends with where the path begins with the home of somebody who is not. */
  refuses(path: string): string | undefined {
    const name = /^~([^/]+)/.exec(path)?.[1]
    if (name === undefined || this.of(name) !== undefined) return undefined
    const impossible = !/^[a-z_][\w.-]*\$?$/i.test(name)
    return impossible || everybodyIsListed(this.files) ? `tilde_expand: No such user ${name}` : undefined
  }

  private of(name: string): string | undefined {
    const rows = (this.files.readFile('/etc/passwd') ?? '').split('\n').map((row) => row.split(':'))
    const row = rows.find(([user, , uid]) => (name === '' ? uid === '0' : user === name))
    return row?.[5] ?? (name === '' || name === 'root' ? '/root' : undefined)
  }
}

/** Nobody stands in a directory elsewhere: whom /etc/passwd does not name, there is not. */
export function everybodyIsListed(files: Pick<ConfigFiles, 'readFile'>): boolean {
  if (files.readFile('/etc/passwd') === undefined) return false
  const sources = /^passwd:(.*)/m.exec(files.readFile('/etc/nsswitch.conf') ?? '')?.[1] ?? 'files'
  return sources
    .trim()
    .split(/\s+/)
    .every((source) => IN_FILES.test(source))
}
