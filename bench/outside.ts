import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { outsideFaults } from '../lab/from-outside.ts'
import { prepare } from '../lab/hosts/prepare.ts'
import { DEFAULT_RELEASES } from '../lab/hosts/release.ts'
import { benchHealthy } from './healthy.ts'
import { answerOf, jobs, runJobs } from '../lab/run.ts'
import type { Run } from '../lab/run.ts'
import { calibrationError, confidenceOf, isAmong, isRight, median } from '../lab/scores.ts'

/** Diagnoses from outside, the healthy machine: every number of issue 2, measured now, beside its bar. About 15 minutes. */
export async function benchOutside(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      times: { type: 'string', default: '3' },
      parallel: { type: 'string', default: '2' },
      healthy: { type: 'string', default: '100' },
      seed: { type: 'string', default: '77000' },
      only: { type: 'string' },
      /** A folder that gets the case of every wrong answer, to read again with --from. */
      keep: { type: 'string' },
    },
  })

  if (values.keep) mkdirSync(values.keep, { recursive: true })
  await prepare(DEFAULT_RELEASES)
  const chosen = outsideFaults.filter((fault) => (values.only ? values.only.split(',').includes(fault.id) : true))
  const all = jobs(chosen, Number(values.times), Number(values.seed))
  const runs: Run[] = []
  const failed = await runJobs(all, Number(values.parallel), (run, done) => {
    runs.push(run)
    if (values.keep && !isRight(run))
      writeFileSync(
        join(values.keep, `${run.fault}-${run.variant}-${run.release}-${run.seed}.json`),
        JSON.stringify(run.case),
      )
    const mark = isRight(run) ? 'ok   ' : 'WRONG'
    const { document } = run
    const rest = `${(100 * confidenceOf(run)).toFixed(0).padStart(3)} %  ${run.seconds.toFixed(1).padStart(5)} s  ${String(document.spent.connections).padStart(2)} conn`
    process.stderr.write(
      `${String(done).padStart(4)}/${all.length} ${mark} ${rest}  ${run.fault}/${run.variant} on ${run.release}${isRight(run) ? '' : ` -> ${answerOf(run)} (${document.verdict}), seed ${run.seed}`}\n`,
    )
  })

  const sick = runs.filter((run) => run.fault !== 'healthy')
  const row = (what: string, value: string, bar: string) =>
    console.log(`${what.padEnd(58)} ${value.padStart(16)}   ${bar}`)
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
  console.log(`\n${'what'.padEnd(58)} ${'measured'.padStart(16)}   bar`)
  if (sick.length > 0) {
    const exact = sick.filter((run) => answerOf(run) === run.fault).length
    row(
      `right first cause, ${sick.length} runs of ${new Set(sick.map((r) => r.fault + r.release)).size} fault × release pairs`,
      share(sick.filter(isRight).length, sick.length),
      '>= 95 %',
    )
    row('  the very id, where others look the same from outside', share(exact, sick.length), '')
    row('right among the first three', share(sick.filter((run) => isAmong(run, 3)).length, sick.length), '>= 99 %')
    row('expected calibration error', calibrationError(sick).toFixed(3), '<= 0.05')
    const seconds = sick.map((run) => run.seconds)
    row(
      'seconds to the answer, median / worst',
      `${median(seconds).toFixed(1)} / ${Math.max(...seconds).toFixed(1)}`,
      '<= 5 / <= 30',
    )
    const spent = runs.map((run) => run.document.spent.connections)
    row('unauthenticated connections, median / worst', `${median(spent)} / ${Math.max(...spent)}`, '<= 5 / <= 10')
  }
  for (const { job, error } of failed)
    console.log(`NOT RUN: ${job.fault.id}/${job.variant} on ${job.release}: ${error}`)
  if (Number(values.healthy) > 0) for (const line of await benchHealthy(Number(values.healthy))) row(...line)
}
