import assert from 'node:assert/strict'
import { test } from 'node:test'

import fc from 'fast-check'

import { sample } from '../../test/report/arbitraries.ts'
import { toDocument } from './document.ts'
import { hostStarved, maxstartups, reachable } from '../../test/report/fixtures.ts'
import type { Sample } from '../../test/report/fixtures.ts'
import { lanes } from './timing.ts'

const lanesOf = ({ case_, diagnosis }: Sample) => lanes(toDocument(case_, diagnosis))
const phases = (sample: Sample) =>
  lanesOf(sample).map(({ spans }) => spans.map(({ phase, inVain }) => (inVain ? `${phase}!` : phase)).join(' '))

test('a login passes all stages; its last wait is not in vain', () => {
  assert.deepEqual(phases(reachable), ['name tcp banner kex login session', 'tcp banner kex'])
})

test('silence is waiting in vain for the banner', () => {
  assert.deepEqual(phases(hostStarved), [
    'name tcp banner!',
    'tcp banner!',
    'tcp banner!',
    'tcp banner!',
    'tcp banner!',
  ])
  assert.deepEqual(lanesOf(hostStarved)[0]?.spans.at(-1), { phase: 'banner', from: 0.055, to: 5.1, inVain: true })
})

test('being turned away is in vain, the try that got through is not', () => {
  assert.deepEqual(phases(maxstartups), ['tcp banner!', 'tcp banner kex', 'tcp banner!', 'tcp banner!'])
})

test('spans never overlap or run backwards', () => {
  fc.assert(
    fc.property(sample, (one) => {
      for (const { spans } of lanesOf(one)) {
        spans.forEach(({ from, to }, i) => assert.ok(to > from && from >= (spans[i - 1]?.to ?? 0)))
      }
    }),
  )
})
