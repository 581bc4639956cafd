import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answerOf, runFault } from '../../bench/run-fault.ts'
import { FAULT_BY_ID } from '../../src/knowledge/faults.ts'
import { skipUnlessHosts } from '../hosts/available.ts'
import { insideFaults } from './inside.ts'
import { wayInto } from './ways-in.ts'

/**
 * Every fault that somebody on the server can name, once, with a way in: now the very cause is asked for, and no other that
 * looks the same from outside counts as right.
 */
const skip = await skipUnlessHosts()

/** What the first cause has to bring along as proof. */
const PROOF: Record<string, RegExp> = {
  'strict-modes-refuses': /\/home\/alice/,
  'maxstartups-saturated': /held by 10\.77\.\d+\.\d+/,
  'user-not-allowed': /(?:Allow|Deny)(?:Users|Groups)/,
  'denied-by-tcp-wrappers': /hosts\.deny|ALL|sshd/,
  'disk-full': /100 %|no inodes/,
}

describe('broken machines, looked at from within', { skip, concurrency: 2 }, () => {
  for (const [i, fault] of insideFaults.entries()) {
    const release = fault.releases[(i + 1) % fault.releases.length]!
    const variant = fault.variants[(i + 1) % fault.variants.length]!
    test(`${fault.id} (${variant}) on ${release}`, async () => {
      const stage = FAULT_BY_ID.get(fault.id)?.stage ?? ''
      const run = await runFault(fault, release, variant, 6000 + i, wayInto(fault, stage))
      const { verdict, causes, notes } = run.document
      const told = causes.slice(0, 3).map(({ id, probability }) => `${id} ${probability}`)
      assert.equal(answerOf(run), fault.id, `${verdict}: ${told.join(', ')}; ${notes?.join(' ')}`)
      assert.notEqual(verdict, 'reachable')
      const proof = PROOF[fault.id]
      if (proof) assert.match(causes[0]!.because.map(({ says }) => says).join('\n'), proof)
    })
  }
})
