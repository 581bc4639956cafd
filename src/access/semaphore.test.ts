import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Semaphore } from './semaphore.ts'

const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

test('never more at a time than allowed, and everybody gets a turn', async () => {
  const places = new Semaphore(3)
  let running = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 40 }, async (_, i) => {
      assert.equal(await places.take(), true)
      most = Math.max(most, ++running)
      if (i === 7) places.shrink(1)
      await soon()
      running--
      places.give()
    }),
  )
  assert.equal(most, 3)
  assert.equal(places.limit, 1)
  assert.equal(places.running, 0)
})

test('who gives up takes no turn and keeps nobody from his', async () => {
  const places = new Semaphore(1)
  await places.take()
  const gone = new AbortController()
  const first = places.take(gone.signal)
  const second = places.take()
  gone.abort()
  assert.equal(await first, false)
  places.give()
  assert.equal(await second, true)
  assert.equal(places.running, 1)
})

test('never below one', () => {
  const places = new Semaphore(4)
  places.shrink(0)
  assert.equal(places.limit, 1)
  places.shrink(5)
  assert.equal(places.limit, 1, 'what was learned is not forgotten')
})
