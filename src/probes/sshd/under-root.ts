import { lstatSync, readlinkSync } from 'node:fs'

/** path_resolution(7): more links than this are a ring. */
const MOST_LINKS = 40

/**
 * Where a path lies on our disk when `root` is taken for `/`, as chroot(2) would have it: a link to `/x` leads to `/x` under
 * `root`, and `..` never leaves it. Links on the way are followed, and the last one too unless `last` is `kept`. Undefined where
 * something on the way is missing, no folder, or a ring of links.
 */
export function underRoot(root: string, path: string, last: 'followed' | 'kept' = 'followed'): string | undefined {
  const base = root.replace(/\/+$/, '')
  const waiting = path.split('/').toReversed()
  let at: string[] = []
  let links = 0
  const here = () => [base, ...at].join('/') || '/'
  while (waiting.length > 0) {
    const part = waiting.pop()!
    if (part === '' || part === '.') {
      if (waiting.every((more) => more === '') && !isFolder(here()) && at.length > 0) return undefined
      continue
    }
    if (part === '..') {
      if (!isFolder(here())) return undefined
      at.pop()
      continue
    }
    at.push(part)
    const stat = lstatSync(here(), { throwIfNoEntry: false })
    if (!stat) return undefined
    if (!stat.isSymbolicLink() || (last === 'kept' && waiting.length === 0)) continue
    if (++links > MOST_LINKS) return undefined
    const target = readlinkSync(here())
    at = target.startsWith('/') ? [] : at.slice(0, -1)
    waiting.push(...target.split('/').toReversed())
  }
  return here()
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
