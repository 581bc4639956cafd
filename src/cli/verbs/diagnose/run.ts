import type { Case, Target } from '../../../core/types.ts'
import type { CommandLine } from '../../command-line.ts'
import { diagnose } from '../../../diagnose/diagnose.ts'
import { CaseFileError, readCase, saveCase } from '../../case-file.ts'
import { EXIT, exitCode } from '../../exit.ts'
import { liveLine } from '../../live-line.ts'
import { render } from '../../render.ts'
import { slipIn } from '../../did-you-mean.ts'
import { writeError, writeResult } from '../../streams.ts'

const DEFAULT_BUDGET = 5
/** The clocks are made for an answer well below this; `--timeout` stretches or shortens them all. Seconds. */
const DEFAULT_TIMEOUT = 30

/** A user's ^C, a supervisor's end, a terminal that closes: what was seen until then is still told. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** `sshmedic [ssh's options] destination`, and `--from FILE`. */
export async function run(line: CommandLine, version: string): Promise<number> {
  let seen: Case
  try {
    seen = line.own.from === undefined ? await examineTarget(line, version) : await readCase(line.own.from)
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error
    writeError(error.message)
    return EXIT.usage
  }
  const diagnosis = diagnose(seen.facts, seen.target)
  const { login } = seen.facts
  // The answer then rests on raw connections alone; a person should know that before they read it.
  if (line.own.from === undefined && login && 'missing' in login && !seen.interrupted) {
    writeError(
      `your own ssh could not be tried: ${login.missing.says}. The answer below rests on raw connections alone.`,
    )
  }
  const inside = seen.facts['inside-session']
  if (line.own.from === undefined && inside && 'missing' in inside && !seen.interrupted) {
    writeError(`nothing was seen from within. ${sentence(inside.missing.says)}`)
  }
  if (line.own.from === undefined) {
    const slip = slipIn(line.destination, seen)
    if (slip !== undefined) writeError(slip)
  }
  let code: number = seen.interrupted ? EXIT.interrupted : exitCode(diagnosis.verdict)
  // What was asked for and not wholly done is no success, whatever the verdict.
  if (!(await writeResult(await render(seen, diagnosis, line.own)))) code ||= EXIT.unknown
  if (line.own.save !== undefined) {
    try {
      saveCase(line.own.save, seen)
    } catch (error) {
      if (!(error instanceof CaseFileError)) throw error
      writeError(error.message)
      code ||= EXIT.unknown
    }
  }
  return code
}

async function examineTarget(line: CommandLine, version: string): Promise<Case> {
  const { openExamination } = await import('../../../medic/open-examination.ts')
  const { examineWhole } = await import('../../../medic/plans/whole.ts')
  const { wayInOf } = await import('../../way-in.ts')
  const target: Target = {
    destination: line.destination ?? '',
    host: line.host ?? line.destination ?? '',
    port: line.port ?? 22,
    ssh: line.ssh,
    ...(line.user !== undefined ? { user: line.user } : {}),
    ...(line.command.length > 0 ? { command: line.command } : {}),
  }
  const interrupt = new AbortController()
  const onSignal = () => interrupt.abort()
  for (const signal of ENDING) process.once(signal, onSignal)
  const live = liveLine(process.stderr)
  try {
    const patience = (line.own.timeout ?? DEFAULT_TIMEOUT) / DEFAULT_TIMEOUT
    const progress = (text: string) => live.say(text)
    const wayIn = wayInOf(line.own, target, { patience, progress })
    const exam = await openExamination(target, {
      version,
      budget: line.own.budget ?? DEFAULT_BUDGET,
      patience,
      signal: interrupt.signal,
      progress,
      ...(wayIn ? { wayIn } : {}),
    })
    return await examineWhole(exam)
  } finally {
    live.clear()
    for (const signal of ENDING) process.removeListener(signal, onSignal)
  }
}

const sentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')
