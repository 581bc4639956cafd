// Our reading of generated configurations against the real sshd of two releases. The seed is new at every run.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { DEFAULT_RELEASES } from '../../lab/hosts/release.ts'
import { differences, ours } from './compare.ts'
import { judge } from './judge.ts'
import { noiseCase } from './noise.ts'
import { runDifferences, show } from './run-differences.ts'
import { BAD, TRAPS } from './odd-lines.ts'

const skip = await skipUnlessHosts()
const seed = Number(process.env['SSHMEDIC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

for (const release of DEFAULT_RELEASES) {
  test(
    `100 generated configurations mean to us what they mean to ${release} (SSHMEDIC_SEED=${seed})`,
    { skip },
    async () => {
      const { found } = await runDifferences(release, seed, 100)
      assert.deepEqual(found.map(show), [])
    },
  )

  test(`80 lines of noise, on ${release} (SSHMEDIC_SEED=${seed})`, { skip }, async () => {
    const cases = Array.from({ length: 80 }, (_, i) => noiseCase(seed + i))
    const judged = await judge(release, cases)
    const wrong = cases.flatMap((case_, i) =>
      differences(ours(release, case_), judged[i]!).map((says) => `${JSON.stringify(case_.files)}: ${says}`),
    )
    assert.deepEqual(wrong, [])
  })

  test(`every trap and every fault alone, on ${release}`, { skip }, async () => {
    const cases = [...TRAPS, ...BAD].map((line) => ({ files: { sshd_config: `${line}\nX11Forwarding yes\n` } }))
    const judged = await judge(release, cases)
    const wrong = cases.flatMap((case_, i) =>
      differences(ours(release, case_), judged[i]!).map((says) => `${case_.files.sshd_config.split('\n')[0]}: ${says}`),
    )
    assert.deepEqual(wrong, [])
  })
}
