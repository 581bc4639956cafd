import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { runFault } from '../../lab/run.ts'
import { isAmong, rightFor } from '../../lab/scores.ts'
import { outsideFaults } from '../../lab/from-outside.ts'

/**
 * Every fault once on a real machine, by the command line its user would type. Statistics are the bench's; here each
 * must be understood: the right cause among the first three, the verdict never "reachable", and a whole document.
 */
const skip = await skipUnlessHosts()

describe('real broken machines', { skip, concurrency: 2 }, () => {
  for (const [i, fault] of outsideFaults.entries()) {
    const release = fault.releases[i % fault.releases.length]!
    const variant = fault.variants[i % fault.variants.length]!
    test(`${fault.id} (${variant}) on ${release}`, async () => {
      const run = await runFault(fault, release, variant, 4000 + i)
      const { verdict, causes, spent } = run.document
      const told = causes.slice(0, 3).map(({ id, probability }) => `${id} ${probability}`)
      if (fault.id === 'healthy') {
        assert.equal(verdict, 'reachable', told.join(', '))
        assert.equal(run.code, 0)
        return
      }
      assert.ok(isAmong(run, 3), `expected ${[...rightFor(run)].join(' or ')}, read ${verdict}: ${told.join(', ')}`)
      assert.notEqual(verdict, 'reachable', told.join(', '))
      assert.ok(run.code === 1 || run.code === 3, `exit code ${run.code}`)
      assert.ok(spent.connections <= 10, `${spent.connections} connections`)
      assert.equal(run.stderr, '')
    })
  }
})
