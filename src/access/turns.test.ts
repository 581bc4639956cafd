import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Turns } from './turns.ts'

const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

test('never more at a time than allowed, and everybody gets a turn', async () => {
  const turns = new Turns(3)
  let running = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 40 }, async (_, i) => {
      assert.equal(await turns.take(), true)
      most = Math.max(most, ++running)
      if (i === 7) turns.shrink(1)
      await soon()
      running--
      turns.give()
    }),
  )
  assert.equal(most, 3)
  assert.equal(turns.limit, 1)
  assert.equal(turns.running, 0)
})

test('who gives up takes no turn and keeps nobody from his', async () => {
  const turns = new Turns(1)
  await turns.take()
  const gone = new AbortController()
  const first = turns.take(gone.signal)
  const second = turns.take()
  gone.abort()
  assert.equal(await first, false)
  turns.give()
  assert.equal(await second, true)
  assert.equal(turns.running, 1)
})

test('never below one', () => {
  const turns = new Turns(4)
  turns.shrink(0)
  assert.equal(turns.limit, 1)
  turns.shrink(5)
  assert.equal(turns.limit, 1, 'what was learned is not forgotten')
})
