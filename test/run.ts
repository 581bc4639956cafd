import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { whyUnavailable } from './hosts/available.ts'
import { prepare } from './hosts/prepare.ts'
import { DEFAULT_RELEASES } from './hosts/release.ts'

/**
 * `npm test`: lint, format, types, then every test. On Debian as root it first installs what the real machines need and
 * builds their roots into a cache; elsewhere those tests say loudly that they were skipped.
 */
const root = resolve(import.meta.dirname, '..')

function step(what: string, command: string, args: readonly string[]): void {
  const began = performance.now()
  console.log(`\n== ${what}`)
  const ran = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  console.log(`== ${what}: ${ran.status === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - began) / 1000).toFixed(0)} s`)
  if (ran.status !== 0) process.exit(ran.status ?? 1)
}

step('lint and the floors of the house', 'oxlint', ['--deny-warnings'])
step('format', 'oxfmt', ['--check', '.'])
step('types', 'tsc', ['-p', '.'])

const unavailable = await whyUnavailable()
if (unavailable === undefined) {
  console.log('\n== real machines: installing what is missing, building the roots (two minutes the first time)')
  await prepare(DEFAULT_RELEASES)
} else if (process.env.REQUIRE_HOSTS === '1') {
  console.error(`REQUIRE_HOSTS=1, but ${unavailable}`)
  process.exit(1)
} else console.error(`\n*** The tests on real machines will be SKIPPED: ${unavailable} ***`)

const concurrency = String(Math.max(1, Math.min(4, availableParallelism())))
step('tests', process.execPath, [
  '--test',
  `--test-concurrency=${concurrency}`,
  'src/**/*.test.ts',
  'test/**/*.test.ts',
])
