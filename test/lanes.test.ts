import assert from 'node:assert/strict'
import { test } from 'node:test'
import { add, nothingYet } from './counting.ts'
import { lane, needOf } from './lanes.ts'

test('the fast lane loads nothing that needs machines or starts the program', () => {
  const { files, left } = lane(true, [])
  assert.ok(files.includes('test/lanes.test.ts') && files.length > 100)
  assert.deepEqual(
    files.filter((file) => /^test\/(?:cli|faults|hosts)\//.test(file)),
    [],
  )
  const whole = lane(false, []).files
  assert.equal(files.length + left.machines + left.program, whole.length)
  assert.ok(left.machines > 10 && left.program > 10)
  assert.deepEqual(whole.slice(left.machines + left.program), files, 'what waits comes first')
})

test('what a file needs is told by its text and its place', () => {
  assert.equal(needOf('src/x.test.ts', "import { skipUnlessHosts } from './lab/hosts/available.ts'"), 'machines')
  assert.equal(needOf('test/cli/x.test.ts', ''), 'program')
  assert.equal(needOf('src/cli/x.test.ts', '// skipUnlessHosts says why'), 'nothing')
})

test('a part of a path chooses files, in either lane', () => {
  assert.deepEqual(lane(true, ['test/lanes', 'no such file']).files, ['test/lanes.test.ts'])
  assert.deepEqual(lane(true, ['test/hosts/']), { files: [], left: { machines: 1, program: 0 } })
  assert.deepEqual(lane(false, ['test/hosts/']).files, ['test/hosts/hosts.test.ts'])
})

test('tests are counted, suites are not, but for those that were skipped whole', () => {
  const count = nothingYet()
  const said = (type: string, data: object) => add(count, { type, data } as never)
  said('test:pass', { details: { type: 'test' } })
  said('test:pass', { details: {} })
  said('test:pass', { details: { type: 'suite' } })
  said('test:fail', { details: { type: 'suite' } })
  said('test:fail', { details: { type: 'test' } })
  said('test:pass', { details: { type: 'suite' }, skip: 'real machines need root' })
  said('test:pass', { details: { type: 'test' }, skip: 'real machines need root' })
  said('test:pass', { details: { type: 'test' }, skip: true })
  said('test:start', {})
  assert.deepEqual(count, {
    passed: 2,
    failed: 1,
    skipped: 3,
    why: { 'real machines need root': 2, 'no reason was given': 1 },
  })
})
