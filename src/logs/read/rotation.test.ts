import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inTimeOrder, rotatedBefore } from './rotation.ts'

const order = (names: readonly string[]) => inTimeOrder(names.map((path) => ({ path }))).map(({ path }) => path)

for (const [how, oldestFirst] of Object.entries({
  numbers: ['auth.log.10.gz', 'auth.log.9.gz', 'auth.log.2.xz', 'auth.log.1', 'auth.log'],
  dates: ['secure-20251025.gz', 'secure-20251101', 'secure-20251108.zst', 'secure'],
  'dates with hours': ['sshd.log-2025110801', 'sshd.log-2025110813', 'sshd.log'],
  'dates with dashes': ['auth.log-2025-10-31.gz', 'auth.log-2025-11-01.gz', 'auth.log'],
  'savelog and old': ['auth.log.old', 'auth.log'],
}))
  test(`rotated by ${how}`, () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(oldestFirst, { minLength: oldestFirst.length }), (shuffled) => {
        assert.deepEqual(order(shuffled), oldestFirst)
      }),
    )
  })

test('between logs, and where names leave a doubt, the first line decides', () => {
  const files = [
    { path: 'b/auth.log', first: 300 },
    { path: 'a/auth.log', first: 200 },
    { path: 'a/auth.log.1', first: 100 },
    { path: 'a/auth.log-20251101', first: 50 },
  ]
  assert.deepEqual(
    inTimeOrder(files).map(({ path }) => path),
    ['a/auth.log-20251101', 'a/auth.log.1', 'a/auth.log', 'b/auth.log'],
  )
})

test('a file named by its day has nothing later in it', () => {
  assert.equal(rotatedBefore('/logs/auth.log-20241231.gz'), Date.UTC(2025, 0, 2))
  assert.equal(rotatedBefore('secure-2025110813'), Date.UTC(2025, 10, 10))
  assert.equal(rotatedBefore('auth.log.2.gz'), undefined)
})
