import type { ConfigFiles } from './interpret.ts'

/** What a configuration still has to be given before it can be read: Includes are known only once their file is read. */
export interface Missing {
  paths: string[]
  patterns: string[]
}

/** Files and globs as they were found; undefined content: there is no such file, or it cannot be read. */
export interface Found {
  files: Map<string, string | undefined>
  globs: Map<string, readonly string[]>
}

/** Answers from what was found, and notes what was asked for in vain. */
export class Snapshot implements ConfigFiles {
  readonly found: Found
  readonly missing: Missing = { paths: [], patterns: [] }

  constructor(found: Found) {
    this.found = found
  }

  readFile(path: string): string | undefined {
    if (!this.found.files.has(path) && !this.missing.paths.includes(path)) this.missing.paths.push(path)
    return this.found.files.get(path)
  }

  glob(pattern: string): readonly string[] {
    const known = this.found.globs.get(pattern)
    if (known === undefined && !this.missing.patterns.includes(pattern)) this.missing.patterns.push(pattern)
    return known ?? []
  }

  get complete(): boolean {
    return this.missing.paths.length + this.missing.patterns.length === 0
  }
}
