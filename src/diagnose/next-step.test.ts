import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { RankedCause } from '../core/types.ts'
import { surerTest } from './next-step.ts'

const causes = (...shares: [string, number][]): RankedCause[] =>
  shares.map(([id, probability]) => ({ id, probability, title: id, stage: 'auth', because: [], becauseOf: [] }))

describe('the test that would make the answer surer', () => {
  test('is the one that tells the likeliest apart, not the first of the list', () => {
    const first = surerTest(causes(['nothing-listens', 0.4], ['packets-rejected', 0.4], ['source-banned', 0.05]))
    assert.match(first?.says ?? '', /from within or from the cloud/)
    const other = surerTest(causes(['source-banned', 0.4], ['packets-rejected', 0.4], ['nothing-listens', 0.05]))
    assert.match(other?.says ?? '', /another address/)
    assert.deepEqual(other?.between, ['source-banned', 'packets-rejected', 'nothing-listens'])
  })

  test('is the narrower of two that tell the same apart', () => {
    const got = surerTest(causes(['per-source-penalty', 0.5], ['sshd-child-dies', 0.4]))
    assert.match(got?.says ?? '', /two minutes/)
  })

  test('brings its command along', () =>
    assert.match(surerTest(causes(['key-not-accepted', 0.5], ['user-not-allowed', 0.3]))?.command ?? '', /^journalctl/))

  test('is a look from within where no parting knows the rivals', () => {
    const got = surerTest(causes(['name-not-found', 0.5], ['login-hangs', 0.4]))
    assert.match(got?.says ?? '', /look from within/)
    assert.equal(got?.command, undefined)
  })

  test('is not asked for where one cause is sure, or alone, or the others are hardly likely', () => {
    assert.equal(surerTest(causes(['host-starved', 0.97], ['sshd-hung', 0.03])), null)
    assert.equal(surerTest(causes(['host-starved', 0.6])), null)
    assert.equal(surerTest(causes(['host-starved', 0.6], ['sshd-hung', 0.039])), null)
    assert.equal(surerTest(causes(['host-starved', 0.6], ['unknown', 0.4])), null)
    assert.equal(surerTest([]), null)
    assert.notEqual(surerTest(causes(['host-starved', 0.969], ['sshd-hung', 0.04])), null)
  })
})
