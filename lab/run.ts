import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Case } from '../src/core/types.ts'
import type { Document } from '../src/report/document.ts'
import type { BrokenFault, Release, WayIn } from './types.ts'
import { openWayIn } from './ways-in.ts'
import { withLab } from './hosts/lab.ts'

const MEDIC = resolve(import.meta.dirname, '../bin/sshmedic.js')

export interface Run {
  fault: string
  release: Release
  variant: string
  seed: number
  document: Document
  case: Case
  code: number | null
  /** Seconds of the whole process, as its user waits for it. */
  seconds: number
  stderr: string
}

/** Breaks one machine, diagnoses it once with the real command line, from within too where there is a way, and removes it. */
export async function runFault(
  fault: BrokenFault,
  release: Release,
  variant: string,
  seed: number,
  way?: WayIn,
): Promise<Run> {
  const { clientAddresses = 1, packages = [] } = fault
  return withLab({ release, packages, client: { addresses: clientAddresses }, seed }, async (lab) => {
    const via = way === undefined ? [] : await openWayIn(lab, way)
    const broken = await fault.break(lab, variant)
    try {
      const saved = join(lab.client.home, 'case.json')
      const argv = [process.execPath, MEDIC, '--json', '--save', saved, ...via, ...broken.args]
      const result = await lab.client.run(argv, {
        timeoutMs: 150_000,
        env: { SSH_AUTH_SOCK: process.env.SSH_AUTH_SOCK ?? '' },
      })
      if (!result.stdout.startsWith('{'))
        throw new Error(`${fault.id}/${variant} on ${release} (seed ${seed}): no document; ${result.stderr}`)
      return {
        fault: fault.id,
        release,
        variant,
        seed,
        document: JSON.parse(result.stdout) as Document,
        case: JSON.parse(readFileSync(saved, 'utf8')) as Case,
        code: result.code,
        seconds: result.ms / 1000,
        stderr: result.stderr,
      }
    } finally {
      await broken.release?.()
    }
  })
}

/** First cause as the scoring counts it: `reachable` where nothing is wrong. */
export const answerOf = (run: Run): string =>
  run.document.verdict === 'reachable' ? 'healthy' : (run.document.causes[0]?.id ?? 'none')

export interface Job<F extends BrokenFault = BrokenFault> {
  fault: F
  release: Release
  variant: string
  seed: number
  way?: WayIn
}

/** Every pair of fault and release, `times` each, variants in turn, in an order that mixes long and short ones. */
export function jobs<F extends BrokenFault>(faults: readonly F[], times: number, seed: number): Job<F>[] {
  const all: Job<F>[] = []
  for (let time = 0; time < times; time++)
    for (const [f, fault] of faults.entries())
      for (const [r, release] of fault.releases.entries()) {
        const variant = fault.variants[(time + r + f) % fault.variants.length]!
        all.push({ fault, release, variant, seed: seed + time * 1009 + f * 31 + r })
      }
  return all
}

/** Runs the jobs a few at a time; one that cannot be run at all is tried once more and then reported. */
export async function runJobs(
  all: readonly Job[],
  parallel: number,
  onRun: (run: Run, done: number) => void,
): Promise<{ job: Job; error: string }[]> {
  const failed: { job: Job; error: string }[] = []
  let next = 0
  let done = 0
  const worker = async (): Promise<void> => {
    for (let i = next++; i < all.length; i = next++) {
      const job = all[i]!
      const once = () => runFault(job.fault, job.release, job.variant, job.seed, job.way)
      try {
        const run = await once().catch(once)
        onRun(run, ++done)
      } catch (error) {
        failed.push({ job, error: error instanceof Error ? error.message : String(error) })
      }
    }
  }
  await Promise.all(Array.from({ length: parallel }, worker))
  return failed
}
