/**
 * The tests that hold the judging, in one process, the quickest first: what a mutant has to get past (`npm run mutants`). The files come
 * from the folders, so that a new test counts by being there.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const ROOMS = ['src/knowledge', 'src/diagnose', 'test/cases']

/** They take seconds, which every survivor would take again, and hold the whole of diagnose() to what the quick ones hold each part to. */
const LEFT_OUT = new Set([
  'src/diagnose/diagnose.test.ts',
  'test/cases/cases.test.ts',
  // Of files, not of judging.
  'src/knowledge/registries.test.ts',
  'src/knowledge/unfinished.test.ts',
])
/** What they test becomes remedies. */
const PASSING = /(?:next-step|inside-words|refusal-words|placeholders)\.test\.ts$/

const root = join(import.meta.dirname, '..')
const files = ROOMS.flatMap((room) =>
  readdirSync(join(root, room))
    .filter((name) => name.endsWith('.test.ts') && !PASSING.test(name))
    .toSorted()
    .map((name) => `${room}/${name}`),
).filter((file) => !LEFT_OUT.has(file))
// Properties draw many cases; what a single case shows is found before them.
const LAST = 'src/diagnose/posterior.test.ts'
for (const file of [...files.filter((one) => one !== LAST), LAST]) await import(join(root, file))
