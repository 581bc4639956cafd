import { globPaths } from './glob.ts'
import type { ConfigFiles } from './files.ts'

/** What a configuration still has to be given before it can be read: Includes are known only once their file is read. */
export interface Missing {
  files: string[]
  folders: string[]
  /** Of these it matters only whether something is there. */
  paths: string[]
}

/** A disk as far as it was looked at. */
export interface Found {
  /** Undefined content: there is no such file, or it cannot be read. */
  files: Map<string, string | undefined>
  /** Undefined names: it is no folder, or cannot be read. */
  folders: Map<string, readonly string[] | undefined>
  paths: Map<string, boolean>
}

/** Answers from what was found, and notes what was asked for in vain. */
export class Snapshot implements ConfigFiles {
  readonly found: Found
  readonly missing: Missing = { files: [], folders: [], paths: [] }

  constructor(found: Found) {
    this.found = found
  }

  readFile(path: string): string | undefined {
    return this.ask('files', path)
  }

  glob(pattern: string): readonly string[] {
    return globPaths(pattern, {
      list: (folder) => this.ask('folders', folder),
      exists: (path) => this.ask('paths', path) ?? false,
    })
  }

  get complete(): boolean {
    return Object.values(this.missing).every((asked) => asked.length === 0)
  }

  private ask<K extends keyof Found>(kind: K, path: string): ReturnType<Found[K]['get']> {
    const known = this.found[kind]
    if (!known.has(path) && !this.missing[kind].includes(path)) this.missing[kind].push(path)
    return known.get(path) as ReturnType<Found[K]['get']>
  }
}
