import { readdirSync } from 'node:fs'
import type { Entry } from '../../src/words/entry.ts'

const FOLDER = new URL('../../src/words/servers/', import.meta.url)

/** What all files of `src/words/servers` hold: a new file needs no line here. */
export const SERVER_ENTRIES: readonly Entry[] = (
  await Promise.all(
    readdirSync(FOLDER)
      .filter((name) => /^[\w-]+\.ts$/.test(name))
      .map(async (name) => ((await import(new URL(name, FOLDER).href)) as { ENTRIES: readonly Entry[] }).ENTRIES),
  )
).flat()
