import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { scan } from '../../src/logs/scan/scan.ts'

test('times are spelled as Date spells them', async () => {
  const instant = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(9999, 11, 31) })
  await fc.assert(
    fc.asyncProperty(fc.array(instant, { minLength: 1, maxLength: 20 }), async (instants) => {
      const lines = instants.map(
        (at) => `${new Date(at).toISOString()} h sshd[1]: Failed password for root from 192.0.2.1 port 22 ssh2\n`,
      )
      const { failures, first, last, timeline } = await scan([[Buffer.from(lines.join(''))]])
      const iso = (at: number): string => new Date(at).toISOString()
      assert.deepEqual([first, last], [iso(instants[0]!), iso(instants.at(-1)!)])
      const [one] = failures.byAddress
      assert.deepEqual([one!.first, one!.last], [iso(Math.min(...instants)), iso(Math.max(...instants))])
      const minutes = [...new Set(instants.map((at) => Math.floor(at / 60_000) * 60_000))].sort((a, b) => a - b)
      assert.deepEqual(
        (timeline ?? []).map(({ at }) => at),
        minutes.map(iso),
      )
    }),
    { numRuns: 100 },
  )
})
