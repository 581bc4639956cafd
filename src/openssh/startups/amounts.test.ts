import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDuration, parseRate, parseShare } from './amounts.ts'

test('rates', () => {
  assert.deepEqual(['0.5/s', '30/min', '120/h', '.5', '2', '86400/day', '1 / m'].map(parseRate), [
    0.5,
    0.5,
    1 / 30,
    0.5,
    2,
    1,
    1 / 60,
  ])
  for (const wrong of ['', '/s', '-1/s', '5/x', '1e3', 'NaN', '5/', '1/s/s', '99999999999'])
    assert.equal(parseRate(wrong), undefined, wrong)
})

test('times', () => {
  assert.deepEqual(
    ['120s', '2m', '1h30m', '90', '0.5s', '500ms', '2min', '1w', '0'].map(parseDuration),
    [120, 120, 5400, 90, 0.5, 0.5, 120, 604800, 0],
  )
  for (const wrong of ['', 's', '-5', '5x', '2m x', '1h30q', 'ten'])
    assert.equal(parseDuration(wrong), undefined, wrong)
})

test('shares', () => {
  assert.deepEqual(parseShare('7/20'), { dropped: 7, tries: 20 })
  for (const wrong of ['21/20', '0/0', '7', '-1/3', '7/20/3']) assert.equal(parseShare(wrong), undefined, wrong)
})
