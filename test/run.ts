import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from 'node:test'
import { whyUnavailable } from '../lab/hosts/available.ts'
import { prepare } from '../lab/hosts/prepare.ts'
import { DEFAULT_RELEASES } from '../lab/hosts/release.ts'
import { sweep } from '../lab/hosts/sweep.ts'
import { counting, nothingYet, type Count } from './counting.ts'
import { lane } from './lanes.ts'
import { removeFolder } from './remove-folder.ts'

/**
 * `npm test`: lint, format, types, then every test. On Debian as root it first installs what the real machines need and
 * builds their roots into a cache; elsewhere those tests say loudly that they were skipped.
 *
 * `npm test -- --fast` loads only what needs neither root nor machines nor the program's own clocks. Words behind it are parts of the
 * paths of test files: only those run.
 */
const root = resolve(import.meta.dirname, '..')
const words = process.argv.slice(2)
const fast = words.includes('--fast')
const patterns = words.filter((word) => !word.startsWith('--'))
const unknown = words.filter((word) => word.startsWith('--') && word !== '--fast')
if (unknown.length > 0) end(2, `${unknown.join(' ')} is not known here; it is: npm test -- [--fast] [PART-OF-A-PATH…]`)

/** What a whole run leaves in the temporary folder goes with its own. */
const scratch = mkdtempSync(join(tmpdir(), 'sm-'))
// Tests that lay down root's rights have to get through.
chmodSync(scratch, 0o1777)
process.on('exit', () => removeFolder(scratch))

function end(code: number, says?: string): never {
  if (says !== undefined) console.error(says)
  process.exit(code)
}

/** Runs one step and returns whether it went well. */
async function ran(what: string, command: string, args: readonly string[]): Promise<boolean> {
  const began = performance.now()
  console.log(`\n== ${what}`)
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
  console.log(`== ${what}: ${code === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - began) / 1000).toFixed(0)} s`)
  return code === 0
}

async function look(): Promise<void> {
  const steps: [string, string, string[]][] = [
    ['lint and the floors of the house', 'oxlint', ['--deny-warnings']],
    ['format', 'oxfmt', ['--check', '.']],
    ['types', 'tsc', ['-p', '.']],
  ]
  for (const step of steps) if (!(await ran(...step))) end(1)
}

async function makeMachinesReady(): Promise<void> {
  const unavailable = await whyUnavailable()
  if (unavailable === undefined) {
    console.log('\n== real machines: installing what is missing, building the roots (two minutes the first time)')
    await prepare(DEFAULT_RELEASES)
    sweepLabs('before')
  } else if (process.env.REQUIRE_HOSTS === '1') end(1, `REQUIRE_HOSTS=1, but ${unavailable}`)
  else console.error(`\n*** The tests on real machines will be SKIPPED: ${unavailable} ***`)
}

/** Removes machines whose owner is dead: a test that ended well leaves not one. */
function sweepLabs(when: 'before' | 'after'): void {
  if (process.getuid?.() !== 0) return
  const removed = sweep()
  if (removed.length > 0) console.log(`== swept ${when} the tests: ${removed.join(' ')}`)
}

const passedBefore = join(scratch, 'passed.json')
Object.assign(process.env, {
  TMPDIR: scratch,
  // Stripping types and compiling is most of what a small test file costs.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(scratch, 'compiled'),
  // A whole run draws the same cases each time, so that what it says of a change is about the change.
  SSHMEDIC_SEED: process.env.SSHMEDIC_SEED ?? '20261121',
  // Of each property that does not say how many: the whole run draws them all.
  SSHMEDIC_RUNS: process.env.SSHMEDIC_RUNS ?? (fast ? '25' : '100'),
})

/** Runs the files in their order, so many at a time; what passed in an earlier run of them is not run again. */
async function test(files: readonly string[], concurrency: number): Promise<Count> {
  const began = performance.now()
  console.log(`\n== tests: ${files.length} files, ${concurrency} at a time`)
  const events = run({
    files: files.map((file) => join(root, file)),
    cwd: root,
    concurrency,
    execArgv: ['--import', './test/in-a-run.ts'],
    rerunFailuresFilePath: passedBefore,
  })
  const count = nothingYet()
  for await (const text of counting(events, count)) process.stdout.write(text)
  const how = count.failed === 0 ? 'ok' : 'FAILED'
  console.log(`== tests: ${how}, ${((performance.now() - began) / 1000).toFixed(0)} s`)
  return count
}

/** The last words of a run, the very last of them for a machine to read. */
function tell({ passed, failed, skipped, why }: Count, left: ReturnType<typeof lane>['left']): void {
  console.log('')
  for (const [reason, times] of Object.entries(why).toSorted(([, a], [, b]) => b - a))
    console.log(`skipped ${times} times: ${reason}`)
  if (left.machines + left.program > 0)
    console.log(
      `Not loaded: ${left.machines} files that need real machines, ${left.program} that start the program (test/cli). npm test runs them.`,
    )
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
}

await look()
const { files, left } = lane(fast, patterns)
if (files.length === 0) {
  const elsewhere = left.machines + left.program
  end(
    1,
    `No test file has "${patterns.join('" or "')}" in its path` +
      (elsewhere > 0 ? ` in the fast lane; without --fast there are ${elsewhere}.` : '.'),
  )
}
if (!fast) await makeMachinesReady()
// Machines boot and clocks run out while the processor has time for somebody else.
const together = Math.min(4, availableParallelism() + (fast ? 0 : 1))
let count = await test(files, together)
if (count.failed > 0 && (!fast || process.env.CI !== undefined)) {
  // Hundreds of real machines boot on two busy cores: what fails once in a thousand boots is told apart from what is broken.
  console.error(
    '\n*** Tests FAILED and are run once more, one after another. What passes now is unsteady: mend it too. ***',
  )
  count = await test(files, 1)
}
if (!fast) sweepLabs('after')
tell(count, left)
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1
