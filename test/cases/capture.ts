/**
 * `node test/cases/capture.ts outside|inside [ID…]`: breaks each fault of the lab once on a real machine, diagnoses it with the real
 * command line, and keeps the case in test/cases/machines/ without what is of this lab alone. Needs root and real machines.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagnose } from '../../src/diagnose/diagnose.ts'
import { insideFaults } from '../../lab/from-within.ts'
import { outsideFaults } from '../../lab/from-outside.ts'
import { prepare } from '../../lab/hosts/prepare.ts'
import { runJobs, type Job, type Run } from '../../lab/run.ts'
import { anonymous } from './anonymous.ts'

const MACHINES = join(import.meta.dirname, 'machines')

/** One job a fault; the releases take turns. */
function jobsFor(where: string, only: readonly string[]): Job[] {
  const all =
    where === 'inside'
      ? insideFaults.map((one) => ({ fault: one, way: one.fromWithin.way }))
      : outsideFaults.map((fault) => ({ fault }))
  return all.flatMap((one, i) => {
    if (only.length > 0 && !only.includes(one.fault.id)) return []
    const { releases, variants } = one.fault
    return [{ ...one, release: releases[i % releases.length]!, variant: variants[0]!, seed: 9000 + i }]
  })
}

function keep(where: string, run: Run): void {
  const clean = anonymous(run.case)
  const told = ({ facts, target }: Run['case']) => diagnose(facts, target).causes.map((c) => [c.id, c.probability])
  // Other addresses of the same kind: if the judgement moves, an address means something that was not kept.
  if (JSON.stringify(told(run.case)) !== JSON.stringify(told(clean)))
    throw new Error(`${run.fault}: without its names the case is judged differently`)
  const name = `${where}-${run.fault}${where === 'inside' ? `-${run.variant}` : ''}.json`
  writeFileSync(join(MACHINES, name), `${JSON.stringify(clean)}\n`)
}

const [where = 'outside', ...only] = process.argv.slice(2)
await prepare()
const todo = jobsFor(where, only)
const failed = await runJobs(todo, 2, (run, done) => {
  keep(where, run)
  console.log(
    `${done}/${todo.length} ${run.fault} (${run.variant}): ${run.document.causes[0]?.id ?? run.document.verdict}`,
  )
})
for (const { job, error } of failed) console.error(`${job.fault.id} could not be kept: ${error}`)
process.exitCode = failed.length > 0 ? 1 : 0
