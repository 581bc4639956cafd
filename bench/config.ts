import { DEFAULT_RELEASES } from '../lab/hosts/release.ts'
import { runDifferences, show } from '../test/sshd-config/run-differences.ts'

/** So many configurations go to one chroot: a few seconds each, so that something is seen to move. */
const BATCH = 500

/**
 * `npm run bench config [COUNT] [SEED]`: generated configurations, our reading against the real sshd of each Debian release.
 * Half of COUNT (5,000 unless said) on each; prints the number that differ, which has to be 0.
 */
export async function benchConfig(argv: readonly string[]): Promise<void> {
  const count = Number(argv[0] ?? 5000)
  const seed = Number(argv[1] ?? Math.floor(Math.random() * 2 ** 31))
  const each = Math.ceil(count / DEFAULT_RELEASES.length)
  console.log(`Effective values against the real sshd -T, seed ${seed}.`)
  let differing = 0
  for (const release of DEFAULT_RELEASES) {
    let refused = 0
    let differ = 0
    for (let done = 0; done < each; done += BATCH) {
      const batch = await runDifferences(release, seed + done, Math.min(BATCH, each - done))
      refused += batch.refused
      differ += batch.found.length
      for (const one of batch.found.slice(0, 3)) console.log(show(one))
    }
    differing += differ
    console.log(`  ${release}: ${each} configurations, of which sshd refuses ${refused}; ${differ} differ`)
  }
  console.log(`differences: ${differing} of ${each * DEFAULT_RELEASES.length} (none allowed)`)
  if (differing > 0) process.exitCode = 1
}
