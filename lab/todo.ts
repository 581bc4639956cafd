import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/**
 * `npm run todo`: the completeness tests of the book, and of what they say only the sentences "do this: …", each with what is wrong. A
 * test that fails without one is named.
 */
const ROOT = resolve(import.meta.dirname, '..')

const TESTS = [
  'src/knowledge/*.test.ts',
  'src/knowledge/signs/**/*.test.ts',
  'src/remedies/*.test.ts',
  'test/cases/*.test.ts',
]

interface Failure {
  test: string
  says: string
}

/** What failed, with its whole message: the events of the runner, one JSON a line (todo-reporter.ts). */
function failures(): { failed: Failure[]; passed: boolean } {
  const reporter = resolve(import.meta.dirname, 'todo-reporter.ts')
  // A test that runs us has this set, and the runner would believe itself a part of it.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined }
  const argv = ['--test', `--test-reporter=${reporter}`, ...TESTS]
  const { stdout, status } = spawnSync(process.execPath, argv, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    env,
  })
  const failed = stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Failure] : []))
  return { failed, passed: status === 0 }
}

/** What is wrong and what to do about it, of a message that says several such things. */
function todosOf({ test, says }: Failure): string[] {
  const lines = says.split('\n')
  return lines.flatMap((line, i) => {
    const [, before = '', todo] = /^(.*?)\s*\b(?:[Dd]o this: )(.*)$/.exec(line) ?? []
    if (todo === undefined) return []
    const wrong = before.trim() === '' ? (lines[i - 1] ?? '').trim() : before.trim()
    return [`${wrong === '' ? test : wrong}\n  do this: ${todo}`]
  })
}

const { failed, passed } = failures()
const todos = new Set<string>()
for (const failure of failed) {
  const found = todosOf(failure)
  const plain = `the test "${failure.test}" fails: ${failure.says.split('\n')[0]}`
  for (const todo of found.length > 0 ? found : [plain]) todos.add(todo)
}
for (const todo of todos) console.log(`${todo}\n`)
if (passed) console.log('Nothing is left to do: every unit of the book is whole.')
else console.log(`${todos.size} left to do.`)
process.exitCode = passed ? 0 : 1
