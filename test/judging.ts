/**
 * The tests that hold the judging, in one process, the quickest first: what a mutant has to get past (`npm run mutants`). The files come
 * from the folders, so that a new test counts by being there.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const ROOM = 'src/diagnose'
/** Holds the whole of diagnose() to what the others hold each part to, and takes seconds, which every survivor would take again. */
const LEFT_OUT = 'diagnose.test.ts'
/** What they test becomes remedies. */
const PASSING = /^(?:next-step|inside-words|refusal-words|placeholders)\./

const own = readdirSync(join(root, ROOM))
  .filter((name) => name.endsWith('.test.ts') && name !== LEFT_OUT && !PASSING.test(name))
  .map((name) => `${ROOM}/${name}`)
/** Properties draw many cases; what a single case shows is found before them. */
const draws = (file: string): boolean => readFileSync(join(root, file), 'utf8').includes("from 'fast-check'")

const files = [
  'src/knowledge/likelihood.test.ts',
  ...own.filter((file) => !draws(file)),
  'test/cases/golden.test.ts',
  ...own.filter(draws),
]
for (const file of files) await import(join(root, file))
