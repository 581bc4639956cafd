import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answerOf, runFault } from '../../lab/run.ts'
import { FAULT_BY_ID } from '../../src/knowledge/faults.ts'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { oddAndHealthy } from '../../lab/faults/inside-healthy.ts'
import { insideVariants } from '../../lab/faults/inside-variants.ts'
import { insideFaults } from '../../lab/faults/inside.ts'
import { wayInto } from '../../lab/ways-in.ts'

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
  'account-locked': /locked|pam_/,
  'sessions-refused': /MaxSessions|ChrootDirectory|pam_open_session|no more sessions/,
}

/** The same of one way to it. */
const PROOF_OF_WAY: Record<string, RegExp> = {
  'strict-modes-refuses elsewhere': /\/srv\/keys/,
  'strict-modes-refuses symlink': /\/opt\/ssh/,
  'key-not-accepted from': /from="192\.0\.2\.0\/24" does not name your address 10\.77\./,
  'key-not-accepted expired-key': /expiry-time="20240101" has passed/,
  'key-not-accepted unreadable': /may not read it: \S+authorized_keys belongs to user 0, mode 0600/,
  'key-not-accepted algorithm': /PubkeyAcceptedAlgorithms/,
  'host-keys-unusable cut': /not-a-key/,
  'descriptors-exhausted unit-limit': /limit 9/,
  'nothing-listens other-family': /:: port 22/,
  'listens-on-other-port socket-unit': /port 2022/,
  'account-locked by-the-manual': /1970-01-02/,
}

/** The other faults have one way a run, the next at the next; what is told only here has them all. */
const all = insideFaults.flatMap((fault, i) => {
  const variants = insideVariants.includes(fault) ? fault.variants : [fault.variants[(i + 1) % fault.variants.length]!]
  return variants.map((variant, j) => ({
    fault,
    variant,
    release: fault.releases[(i + j + 1) % fault.releases.length]!,
  }))
})

describe('broken machines, looked at from within', { skip, concurrency: 2 }, () => {
  for (const [i, { fault, variant, release }] of all.entries()) {
    test(`${fault.id} (${variant}) on ${release}`, async () => {
      const stage = FAULT_BY_ID.get(fault.id)?.stage ?? ''
      const run = await runFault(fault, release, variant, 6000 + i, wayInto(fault, stage))
      const { verdict, causes, notes } = run.document
      const told = causes.slice(0, 3).map(({ id, probability }) => `${id} ${probability}`)
      assert.equal(answerOf(run), fault.id, `${verdict}: ${told.join(', ')}; ${notes?.join(' ')}`)
      assert.notEqual(verdict, 'reachable')
      const proof = PROOF_OF_WAY[`${fault.id} ${variant}`] ?? PROOF[fault.id]
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
