import assert from 'node:assert/strict'
import { test } from 'node:test'

import { toDocument } from './document.ts'
import { hostStarved, maxstartups, reachable } from '../../test/report/fixtures.ts'
import { addressOf, sentence, shownCauses, shownEvidence } from './words.ts'

const target = { destination: 'web1', host: '2001:db8::7', port: 22, ssh: [] }

test('an address shows where ssh goes, and the alias where one was typed', () => {
  assert.equal(addressOf(target), 'web1 = [2001:db8::7]:22')
  assert.equal(addressOf({ ...target, user: 'bob', destination: 'bob@2001:db8::7' }), 'bob@[2001:db8::7]:22')
  assert.equal(addressOf({ ...target, host: 'example.com', destination: 'ssh://example.com:22' }), 'example.com:22')
  assert.equal(addressOf({ ...target, destination: '' }), '[2001:db8::7]:22')
})

test('the verdict in words', () => {
  const of = ({ case_, diagnosis }: typeof hostStarved, over = {}) =>
    sentence({ ...toDocument(case_, diagnosis), ...over })
  assert.equal(of(reachable), 'You can get in: every step works.')
  assert.equal(of(hostStarved), 'You cannot get in: it stops where the server should greet (banner).')
  assert.equal(of(hostStarved, { road: [] }), 'You cannot get in.')
  assert.equal(of(maxstartups), 'You get in, but not reliably: it falters where the server should greet (banner).')
  assert.equal(of(hostStarved, { verdict: 'unknown' }), 'We could not tell: several causes fit what we saw.')
})

test('shows at most four causes, the first however unlikely, and sums the rest', () => {
  const { causes } = toDocument(hostStarved.case_, hostStarved.diagnosis)
  const { shown, others, rest } = shownCauses(causes)
  assert.deepEqual([shown.length, others, rest], [4, 1, 0.0074])
  assert.equal(shownCauses(causes.slice(-1)).shown.length, 1)
})

test('shows the heaviest evidence first and leaves out what moves nothing', () => {
  const one = (bits: number) => ({ sign: 's', value: 'v', bits, says: '' })
  assert.deepEqual(
    shownEvidence([one(0.01), one(1), one(-3), one(2)], 2).map(({ bits }) => bits),
    [-3, 2],
  )
})
