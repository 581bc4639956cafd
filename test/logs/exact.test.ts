import assert from 'node:assert/strict'
import test from 'node:test'
import { makeSummariser } from '../../src/sshd-log/summary.ts'
import { FORMATS, type Format } from './formats.ts'
import { generate, RELEASES, type Release, type Truth } from './generate.ts'
import type { LogSummary } from '../../src/sshd-log/types.ts'

const GENERATION: Readonly<Record<Release, string>> = {
  '7.2': '≤7.3',
  '8.2': '7.4–8.3',
  '9.2': '8.4–9.7',
  '9.9': '9.8–9.9',
  '10.0': '≥10.0',
}

export function checkTruth(summary: LogSummary, truth: Truth, release: Release, what: string): void {
  const by = (list: { address: string; count: number }[]): Map<string, number> =>
    new Map(list.map(({ address, count }): [string, number] => [address, count]).sort())
  const sorted = (counts: Map<string, number>): Map<string, number> => new Map([...counts].sort())
  assert.equal(summary.failures.total, truth.failures, what)
  assert.deepEqual(by(summary.failures.byAddress), sorted(truth.failuresBy), what)
  assert.equal(summary.accepted.total, truth.accepted, what)
  assert.deepEqual(by(summary.accepted.byAddress), sorted(truth.acceptedBy), what)
  assert.equal(summary.drops.total, truth.drops, what)
  assert.equal(summary.penalties.total, truth.penalties, what)
  assert.equal(summary.perSource!.total, truth.perSource, what)
  if (truth.episodes.length > 0) {
    assert.equal(summary.drops.exact, truth.dropsExact, what)
    assert.ok((summary.releases as string[]).includes(GENERATION[release]), `${what}: ${summary.releases.join()}`)
  }
}

for (const format of Object.keys(FORMATS) as Format[]) {
  test(`every total is exact over 20 logs: ${format}`, () => {
    for (let seed = 1; seed <= 20; seed++) {
      const release = RELEASES[seed % RELEASES.length]!
      const summariser = makeSummariser({ notAfter: Date.UTC(2027, 5, 1) })
      const truth = generate({ seed, lines: 3000, release, format }, (text) => {
        for (const line of text.split('\n')) summariser.add(line)
      })
      const summary = summariser.summary()
      checkTruth(summary, truth, release, `${format}, ${release}, seed ${seed}`)
      if (format === 'bare') continue
      assert.deepEqual(
        summary.episodes.map(({ dropped, peak }) => ({ dropped, peak })),
        truth.episodes,
      )
    }
  })
}

test('a log over New Year keeps its order and gets its years from the last line', () => {
  const summariser = makeSummariser({ notAfter: Date.UTC(2026, 2, 1) })
  for (const line of [
    'Dec 31 23:59:58 h sshd[1]: Failed password for root from 192.0.2.1 port 5 ssh2',
    'Jan  1 00:00:03 h sshd[1]: Failed password for root from 192.0.2.1 port 5 ssh2',
    'Dec 31 23:59:59 h sshd[1]: Failed password for root from 192.0.2.1 port 5 ssh2',
    'Jan  2 00:00:00 h sshd[1]: Failed password for root from 192.0.2.1 port 5 ssh2',
  ])
    summariser.add(line)
  const { failures, time } = summariser.summary()
  assert.equal(failures.byAddress[0]!.first, '2025-12-31T23:59:58.000Z')
  assert.equal(failures.byAddress[0]!.last, '2026-01-02T00:00:00.000Z')
  assert.deepEqual(time, { year: 2025, zone: 'UTC', rollovers: 1 })
})
