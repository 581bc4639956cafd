import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A corpus kept outside the repository, beside it or beside the folder of its worktrees; undefined where this machine has none. */
export function corpusPath(name: string): string | undefined {
  for (let at = import.meta.dirname; dirname(at) !== at; at = dirname(at)) {
    const path = join(at, 'shared/corpora', name)
    if (existsSync(path)) return path
  }
  return undefined
}
