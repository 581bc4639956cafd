import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** What a test file needs, told by its text and its place, so that nobody keeps a list of them. */
export type Need = 'machines' | 'program' | 'nothing'

/** Files that ask for real machines say so in their first lines; those in test/cli start the program and wait for its clocks. */
export function needOf(file: string, text: string): Need {
  if (/^import \{[^}]*\bskipUnlessHosts\b/m.test(text)) return 'machines'
  return file.startsWith('test/cli/') ? 'program' : 'nothing'
}

/** The test files of a run, and how many were left out for what they need. */
export interface Lane {
  files: string[]
  left: Record<Exclude<Need, 'nothing'>, number>
}

/** Where most of the time goes waiting starts first, and the others fill it. */
const FIRST: readonly Need[] = ['machines', 'program', 'nothing']

/** Every test file, or only those whose path has one of the patterns in it; in the fast lane only those that need nothing. */
export function lane(fast: boolean, patterns: readonly string[]): Lane {
  const left = { machines: 0, program: 0 }
  const found = ['src', 'test']
    .flatMap((room) => globSync(`${room}/**/*.test.ts`, { cwd: root }))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)))
    .toSorted()
    .map((file) => ({ file, need: needOf(file, readFileSync(join(root, file), 'utf8')) }))
  const chosen = found.filter(({ need }) => {
    if (!fast || need === 'nothing') return true
    left[need]++
    return false
  })
  return { files: FIRST.flatMap((need) => chosen.filter((one) => one.need === need).map(({ file }) => file)), left }
}
