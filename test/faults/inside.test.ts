import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answerOf, runFault } from '../../lab/run.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { insideFaults, proofOf } from '../../lab/from-within.ts'
import { oddAndHealthy } from '../../lab/odd-and-healthy.ts'

/**
 * Every fault that somebody on the server can name, once, with a way in: now the very cause is asked for, and no other that
 * looks the same from outside counts as right.
 */
const skip = await skipUnlessHosts()

/** The other faults have one way a run, the next at the next; what is told only here has them all. */
const all = insideFaults.flatMap((fault, i) => {
  const variants = fault.onlyWithin ? fault.variants : [fault.variants[(i + 1) % fault.variants.length]!]
  return variants.map((variant, j) => ({
    fault,
    variant,
    release: fault.releases[(i + j + 1) % fault.releases.length]!,
  }))
})

describe('broken machines, looked at from within', { skip, concurrency: 2 }, () => {
  for (const [i, { fault, variant, release }] of all.entries()) {
    test(`${fault.id} (${variant}) on ${release}`, async () => {
      const run = await runFault(fault, release, variant, 6000 + i, fault.fromWithin.way)
      const { verdict, causes, notes } = run.document
      const told = causes.slice(0, 3).map(({ id, probability }) => `${id} ${probability}`)
      assert.equal(answerOf(run), fault.id, `${verdict}: ${told.join(', ')}; ${notes?.join(' ')}`)
      assert.notEqual(verdict, 'reachable')
      const proof = proofOf(fault, variant)
      if (proof) assert.match(causes[0]!.because.map(({ says }) => says).join('\n'), proof)
    })
  }
})

describe('odd machines in good health, looked at from within', { skip, concurrency: 2 }, () => {
  for (const [i, variant] of oddAndHealthy.variants.entries()) {
    const release = oddAndHealthy.releases[i % oddAndHealthy.releases.length]!
    test(`${variant} on ${release}`, async () => {
      const run = await runFault(oddAndHealthy, release, variant, 8000 + i, 'login')
      const { verdict, causes, notes } = run.document
      assert.equal(verdict, 'reachable', `${causes.map(({ id }) => id).join(', ')}; ${notes?.join(' ')}`)
      assert.ok(
        run.case.facts['inside-session'] && 'value' in run.case.facts['inside-session'],
        'nothing was seen from within',
      )
    })
  }
})
