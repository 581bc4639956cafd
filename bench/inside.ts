import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { insideFaults } from '../lab/from-within.ts'
import { prepare } from '../lab/hosts/prepare.ts'
import { DEFAULT_RELEASES } from '../lab/hosts/release.ts'
import { answerOf, jobs, runJobs } from '../lab/run.ts'
import type { Run } from '../lab/run.ts'
import { median } from '../lab/scores.ts'

/** `npm run bench inside`: the exact cause, with a way in. Here no other id counts as right. */
export async function benchInside(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      times: { type: 'string', default: '2' },
      parallel: { type: 'string', default: '2' },
      seed: { type: 'string', default: '88000' },
      only: { type: 'string' },
      keep: { type: 'string' },
    },
  })
  if (values.keep) mkdirSync(values.keep, { recursive: true })
  await prepare(DEFAULT_RELEASES)
  const chosen = insideFaults.filter(({ id }) => values.only === undefined || values.only.split(',').includes(id))
  const all = jobs(chosen, Number(values.times), Number(values.seed)).map((job) => ({
    ...job,
    way: job.fault.fromWithin.way,
  }))
  const runs: Run[] = []
  const failed = await runJobs(all, Number(values.parallel), (run, done) => {
    runs.push(run)
    const right = answerOf(run) === run.fault
    if (values.keep && !right)
      writeFileSync(
        join(values.keep, `${run.fault}-${run.variant}-${run.release}-${run.seed}.json`),
        JSON.stringify(run.case),
      )
    const [first] = run.document.causes
    const sure = `${((first?.probability ?? 1) * 100).toFixed(0)} %`.padStart(5)
    const wrong = right ? '' : ` -> ${answerOf(run)} (${run.document.verdict}), seed ${run.seed}`
    process.stderr.write(
      `${String(done).padStart(4)}/${all.length} ${right ? 'ok   ' : 'WRONG'} ${sure} ${run.seconds.toFixed(1).padStart(5)} s  ${run.fault}/${run.variant} on ${run.release}${wrong}\n`,
    )
  })
  for (const { job, error } of failed)
    console.log(`NOT RUN: ${job.fault.id}/${job.variant} on ${job.release}: ${error}`)
  const exact = runs.filter((run) => answerOf(run) === run.fault).length
  const row = (what: string, value: string, bar: string) =>
    console.log(`${what.padEnd(58)} ${value.padStart(16)}   ${bar}`)
  row(
    `exact first cause from within, ${runs.length} runs`,
    `${((100 * exact) / Math.max(1, runs.length)).toFixed(1)} %`,
    '>= 98 %',
  )
  const seconds = runs.map((run) => run.seconds)
  row(
    'seconds to the answer from within, median / worst',
    `${median(seconds).toFixed(1)} / ${Math.max(...seconds).toFixed(1)}`,
    '<= 3 in the median',
  )
}
