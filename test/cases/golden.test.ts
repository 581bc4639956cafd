import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { GOLDEN, goldenText, judgeAll, lineOf, movedSince, readGolden } from './golden.ts'

const judged = await judgeAll()

test('every case is judged as it was when somebody last looked', () => {
  const committed = readFileSync(GOLDEN, 'utf8')
  const moved = movedSince(readGolden(committed), judged)
  assert.ok(
    moved.length === 0,
    `${moved.length / 3} of ${judged.length} cases are judged in another way than test/cases/golden.txt says:\n\n${moved.join('\n')}\n\n` +
      'Do this: npm run golden, read the difference, and say in the commit why it moved.\n',
  )
  assert.equal(committed, goldenText(judged), 'golden.txt is out of order. Do this: npm run golden.')
})

test('names are not given twice', () => {
  const names = judged.map(([name]) => name)
  assert.deepEqual(
    names.filter((name, i) => names.indexOf(name) !== i),
    [],
  )
})

test('a share that moves by a hundredth, or a small one by a tenth of itself, is seen', () => {
  const line = (...shares: number[]) =>
    lineOf({ verdict: 'unreachable', causes: shares.map((probability, i) => ({ id: `f${i}`, probability })) as never })
  assert.equal(line(0.8349, 0.0123), 'unreachable  f0 0.83  f1 0.012')
  assert.notEqual(line(0.83), line(0.84))
  assert.notEqual(line(0.0123), line(0.0136))
  const table = movedSince(
    new Map([
      ['a', 'x'],
      ['gone', 'y'],
    ]),
    [
      ['a', 'z'],
      ['new', 'n'],
    ],
  )
  assert.deepEqual(table, [
    'a',
    '    was  x',
    '    is   z',
    'new',
    '    was  (not there)',
    '    is   n',
    'gone',
    '    was  y',
    '    is   (not there any more)',
  ])
})
