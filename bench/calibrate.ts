import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { readSigns } from '../src/diagnose/posterior.ts'
import type { Measured } from '../src/knowledge/likelihood.ts'
import { outsideFaults } from '../lab/from-outside.ts'
import { prepare } from '../lab/hosts/prepare.ts'
import { DEFAULT_RELEASES } from '../lab/hosts/release.ts'
import { jobs, runJobs } from '../lab/run.ts'

/**
 * Breaks real machines in every way we know, several times with varied parameters, counts what the signs read, and
 * writes the table the book uses (src/knowledge/measured.json). The seeds are not those of the bench: what is measured
 * there was not counted here.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '6' },
    parallel: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1000' },
    only: { type: 'string' },
  },
})

await prepare(DEFAULT_RELEASES)
const chosen = outsideFaults.filter((fault) => !values.only || values.only.split(',').includes(fault.id))
const all = jobs(chosen, Number(values.times), Number(values.seed))
const counts: Measured['faults'] = {}
let runs = 0
const failed = await runJobs(all, Number(values.parallel), (run, done) => {
  runs++
  const mine = (counts[run.fault] ??= {})
  for (const { sign, values: read } of readSigns(run.case.facts)) {
    // An open reading is no observation of any one value.
    const [value] = read
    if (read.length !== 1 || value === undefined) continue
    const row = (mine[sign.id] ??= {})
    row[value] = (row[value] ?? 0) + 1
  }
  process.stderr.write(`\r${done}/${all.length} ${run.fault} on ${run.release}                    `)
})
for (const { job, error } of failed)
  process.stderr.write(`\nnot counted: ${job.fault.id}/${job.variant} on ${job.release}: ${error}\n`)
const sorted = Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)))
const table: Measured = { date: new Date().toISOString().slice(0, 10), runs, faults: sorted }
const file = resolve(import.meta.dirname, '../src/knowledge/measured.json')
if (!values.only) writeFileSync(file, JSON.stringify(table, null, 1) + '\n')
console.log(values.only ? JSON.stringify(table, null, 1) : `${runs} machines broken and counted into ${file}`)
