import assert from 'node:assert/strict'
import { test } from 'node:test'

import { count, factor, percent, seconds } from './numbers.ts'

test('seconds carry the unit that suits them', () => {
  const said: [number, string][] = [
    [0, '0 ms'],
    [0.0021, '2 ms'],
    [0.041, '41 ms'],
    [0.9994, '999 ms'],
    [0.9996, '1.0 s'],
    [6.2, '6.2 s'],
    [9.96, '10 s'],
    [59.4, '59 s'],
    [59.6, '1 min'],
    [125, '2 min 5 s'],
    [Number.NaN, '—'],
  ]
  for (const [value, text] of said) assert.equal(seconds(value), text)
})

test('percentages are never quite certain', () => {
  assert.deepEqual([0, 0.004, 0.01, 0.5, 0.86, 0.99, 0.995, 1].map(percent), [
    '<1 %',
    '<1 %',
    '1 %',
    '50 %',
    '86 %',
    '99 %',
    '>99 %',
    '>99 %',
  ])
})

test('factors are how many times', () => {
  assert.deepEqual([0, 1, -1, 3.8073, 2.585, 0.7369, 40, Infinity].map(factor), [
    '×1',
    '×2',
    '×2',
    '×14',
    '×6',
    '×1.7',
    '×1000+',
    '×1000+',
  ])
  assert.equal(count(1, 'connection'), '1 connection')
})
