import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/**
 * `npm run todo`: the completeness tests of the book, and of what they say only the sentences that end in "do this: …". Everything else
 * that fails there is named as well.
 */
const ROOT = resolve(import.meta.dirname, '..')

const { stdout, status } = spawnSync(
  process.execPath,
  ['--test', '--test-reporter=tap', 'src/knowledge/*.test.ts', 'test/cases/*.test.ts'],
  // A test that runs us has this set, and the runner would believe itself a part of it.
  { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20, env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
)
const lines = stdout.split('\n')
const todos = lines.flatMap((line, i) => {
  const todo = /^\s*(do this: .*)$/.exec(line)?.[1]
  return todo === undefined ? [] : [`${lines[i - 1]!.trim()}\n  ${todo}`]
})
for (const todo of new Set(todos)) console.log(`${todo}\n`)
if (status !== 0) console.log(`${new Set(todos).size} left to do.`)
else console.log('Nothing is left to do: every unit of the book is whole.')
process.exitCode = status ?? 1
