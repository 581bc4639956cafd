import { fnmatch } from './fnmatch.ts'

/**
 * glob(3) of the GNU C library as Include calls it, in the C locale that sshd runs in: bytes, not letters. A leading dot
 * wants to be named, braces and `~` are letters, and doubled slashes are kept, for sshd prints paths with them.
 */

/** What a glob asks of a disk. Paths begin at the root and are taken as they stand, slashes and dots included. */
export interface Folders {
  /** The names in a folder, without `.` and `..`; undefined where it is none. */
  list(folder: string): readonly string[] | undefined
  /** Something lies there, were it a link to nowhere. */
  exists(path: string): boolean
}

/** Every path that fits, in the order of bytes. */
export function globPaths(pattern: string, folders: Folders): string[] {
  if (!pattern.startsWith('/')) return []
  return walk(pattern, folders).toSorted(byBytes)
}

function walk(pattern: string, folders: Folders): string[] {
  const slash = pattern.lastIndexOf('/')
  const [folder, name] = [pattern.slice(0, slash), pattern.slice(slash + 1)]
  if (name === '') return folder === '' ? ['/'] : marked(folder, folders)
  if (!isWild(folder)) return inFolder(unescaped(folder), name, folders)
  return walk(folder, folders).flatMap((one) => (folders.list(one) === undefined ? [] : inFolder(one, name, folders)))
}

/** `pattern/`: of what a wildcard finds, folders alone; their names get the slash. */
function marked(pattern: string, folders: Folders): string[] {
  const wild = isWild(pattern.slice(pattern.replace(/\/+$/, '').lastIndexOf('/') + 1))
  return walk(pattern, folders).flatMap((path) => {
    if (folders.list(path) === undefined) return wild ? [] : [path]
    return [path.endsWith('/') ? path : `${path}/`]
  })
}

function inFolder(folder: string, name: string, folders: Folders): string[] {
  if (!isWild(name)) {
    const path = `${folder}/${unescaped(name)}`
    return folders.exists(path) ? [path] : []
  }
  const names = folders.list(folder === '' ? '/' : folder)
  const fits = fnmatch(name)
  return names === undefined ? [] : ['.', '..', ...names].filter(fits).map((found) => `${folder}/${found}`)
}

/** `[` alone is a letter; it opens a set where a `]` follows. */
function isWild(part: string): boolean {
  const plain = part.replace(/\\[^]/g, '')
  return /[*?]|\[[^]*\]/.test(plain)
}

function unescaped(part: string): string {
  return part.replace(/\\([^])/g, '$1')
}

/** A disk on which only these files are. */
export function foldersOf(paths: Iterable<string>): Folders {
  const names = new Map<string, Set<string>>([['', new Set()]])
  const files = new Set<string>()
  for (const path of paths) {
    files.add(path)
    for (let slash = path.lastIndexOf('/'), end = path.length; slash >= 0;) {
      const folder = path.slice(0, slash)
      names.set(folder, (names.get(folder) ?? new Set()).add(path.slice(slash + 1, end)))
      end = slash
      slash = path.lastIndexOf('/', slash - 1)
      if (end === 0) break
    }
  }
  const list = (folder: string) => names.get(plain(folder))
  return {
    list: (folder) => list(folder) && [...list(folder)!],
    exists: (path) => list(path) !== undefined || (files.has(plain(path)) && !path.endsWith('/')),
  }
}

/** `/a//b/./c/` is `/a/b/c`; the root is the empty string. */
export function plain(path: string): string {
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  }
  return kept.map((part) => `/${part}`).join('')
}

const encoder = new TextEncoder()

export function byBytes(a: string, b: string): number {
  const [x, y] = [encoder.encode(a), encoder.encode(b)]
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return x[i]! - y[i]!
  return x.length - y.length
}
