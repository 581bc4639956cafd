import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import fc from 'fast-check'
import { mayKnock } from './remembered-probes.ts'

/** A penalty becomes active above fifteen outstanding seconds (srclimit.c); we keep to a third, and never above. */
const HARMLESS = 5
const NOW = 1_800_000_000

const before = process.env.XDG_CACHE_HOME
let folder = ''
const file = () => join(folder, 'sshmedic', 'knocks.json')
const write = (text: string) => {
  mkdirSync(dirname(file()), { recursive: true })
  writeFileSync(file(), text)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sshmedic-test-'))
  process.env.XDG_CACHE_HOME = folder
})
afterEach(() => {
  if (before === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = before
  rmSync(folder, { recursive: true, force: true })
})

/** Runs of ours, some seconds apart, each with so many extra tries. */
const asks = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 8 }), count: fc.integer({ min: 1, max: 4 }) }), {
  maxLength: 25,
})

describe('the leaky bucket', () => {
  test('a few knocks are allowed, a few more at once are not, and later they are again', () => {
    assert.equal(mayKnock('203.0.113.7 22', 3, NOW), true)
    assert.equal(mayKnock('203.0.113.7 22', 3, NOW), false)
    assert.equal(mayKnock('203.0.113.7 22', 2, NOW), true)
    assert.equal(mayKnock('203.0.113.7 22', 3, NOW + 2), false)
    assert.equal(mayKnock('203.0.113.7 22', 3, NOW + 3), true)
  })

  test('each target has its own', () => {
    assert.equal(mayKnock('203.0.113.7 22', 5, NOW), true)
    assert.equal(mayKnock('203.0.113.8 22', 5, NOW), true)
    assert.equal(mayKnock('203.0.113.7 2222', 5, NOW), true)
    assert.equal(mayKnock('203.0.113.7 22', 1, NOW), false)
  })

  test('a target under a name of JavaScript is a target like others', () => {
    for (const name of ['toString', 'constructor', '__proto__']) {
      assert.equal(mayKnock(name, 5, NOW), true, name)
      assert.equal(mayKnock(name, 1, NOW), false, name)
    }
  })

  test('allows all that is harmless and no more, whatever the pauses', () => {
    fc.assert(
      fc.property(asks, (list) => {
        rmSync(file(), { force: true })
        let [now, outstanding] = [NOW, 0]
        for (const { wait, count } of list) {
          now += wait
          outstanding = Math.max(0, outstanding - wait)
          const may = mayKnock('203.0.113.7 22', count, now)
          // It may refuse, but neither too much nor too little.
          assert.equal(may, outstanding + count <= HARMLESS, `${outstanding} outstanding, ${count} more`)
          if (may) outstanding += count
        }
      }),
      { numRuns: 60 },
    )
  })

  test('never has more outstanding than is harmless, whatever the pauses', () => {
    fc.assert(
      fc.property(asks, (list) => {
        rmSync(file(), { force: true })
        let [now, outstanding] = [NOW, 0]
        for (const { wait, count } of list) {
          now += wait
          outstanding = Math.max(0, outstanding - wait)
          if (mayKnock('203.0.113.7 22', count, now)) outstanding += count
          assert.ok(outstanding <= HARMLESS, `${outstanding} outstanding`)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a refusal is not counted as a knock', () => {
    assert.equal(mayKnock('x', 5, NOW), true)
    for (let i = 0; i < 10; i++) assert.equal(mayKnock('x', 1, NOW), false)
    assert.equal(mayKnock('x', 5, NOW + 5), true)
  })

  test('a clock that was set back forgives, and does not lock for ever', () => {
    assert.equal(mayKnock('x', 5, NOW + 1e6), true)
    assert.equal(mayKnock('x', 3, NOW), true)
  })
})

describe('its file', () => {
  test('is for its owner only, and forgets what is long past', () => {
    mayKnock('old', 1, NOW - 5000)
    mayKnock('new', 1, NOW)
    assert.equal(statSync(file()).mode & 0o777, 0o600)
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(file(), 'utf8')) as object), ['new'])
  })

  for (const [what, text] of [
    ['cut off', '{"x":[1800000'],
    ['empty', ''],
    ['of another kind', '[1,2,3]'],
    ['of wrong types', '{"x":"soon","y":[null,"a"],"x2":{"a":1}}'],
    ['a number', '7'],
  ] as const) {
    test(`that is ${what} is begun anew`, () => {
      write(text)
      assert.equal(mayKnock('x', 5, NOW), true)
      assert.equal(mayKnock('x', 1, NOW), false)
    })
  }

  test('that says null is begun anew', () => {
    write('null')
    assert.equal(mayKnock('x', 1, NOW), true)
  })

  test('in a folder that cannot be made leaves the luxury out', () => {
    process.env.XDG_CACHE_HOME = join(folder, 'a-file')
    writeFileSync(join(folder, 'a-file'), '')
    assert.equal(mayKnock('x', 1, NOW), false)
  })

  test('that cannot be written leaves the luxury out', () => {
    mkdirSync(file(), { recursive: true })
    assert.equal(mayKnock('x', 1, NOW), false)
  })

  test(
    'in a folder nobody may enter leaves the luxury out',
    { skip: process.getuid?.() === 0 ? 'root may enter everything' : false },
    () => {
      mkdirSync(dirname(file()), { recursive: true })
      chmodSync(dirname(file()), 0o000)
      assert.equal(mayKnock('x', 1, NOW), false)
      chmodSync(dirname(file()), 0o700)
    },
  )
})
