import { spawn } from 'node:child_process'
import type { Access, ExecOptions, ExecResult } from '../core/access.ts'
import { runChild } from './child.ts'
import type { ChildEnd } from './child.ts'
import { knowingWhatIsNowhere } from './nowhere.ts'
import { BecomeRoot } from './become-root.ts'
import { readSurvey, SURVEY } from './survey.ts'
import type { Survey } from './survey.ts'
import { ROOT_SHELL, withRoot } from './with-root.ts'

export const HERE = 'this machine'

/** The machine we run on, by child processes: the same manners as over ssh. */
export async function openLocal(options: { signal?: AbortSignal } = {}): Promise<Access> {
  const began = performance.now()
  const asked = await runChild(['sh', '-c', SURVEY], { timeoutMs: 20_000, ...options })
  const roundTrip = (performance.now() - began) / 1000
  const survey: Survey = readSurvey(asked.stdout) ?? { uid: process.getuid?.() ?? -1, shell: '', hasSudo: false }
  const becoming = survey.hasSudo && survey.uid !== 0 ? new BecomeRoot(startShell) : undefined
  const run = async (argv: readonly string[], options: ExecOptions) => resultOf(await runChild(argv, options), argv)
  return {
    via: HERE,
    root: survey.uid === 0 || ((await becoming?.soon()) ?? false),
    ...(becoming && { becomesRoot: becoming.settled }),
    roundTrip,
    exec: knowingWhatIsNowhere(withRoot(survey, becoming, run)),
    close: async () => becoming?.close(),
  }
}

const startShell = () => spawn(ROOT_SHELL[0]!, ROOT_SHELL.slice(1), { stdio: 'pipe' })

/** What a shell answers where it cannot start a program, so that both ways in say the same. */
const NOT_STARTED: Record<string, { code: number; says: string }> = {
  ENOENT: { code: 127, says: 'not found' },
  EACCES: { code: 126, says: 'permission denied' },
  E2BIG: { code: 126, says: 'argument list too long' },
}

function resultOf({ failed, ...end }: ChildEnd, argv: readonly string[]): ExecResult {
  const { code, stdout, stderr, timedOut, cut, seconds } = end
  const result: ExecResult = { code, stdout, stderr, timedOut, cut, seconds }
  if (failed === undefined) return result
  const known = NOT_STARTED[failed]
  if (known) return { ...result, code: known.code, stderr: `${argv[0]}: ${known.says}\n` }
  return { ...result, lost: `no program can be started on this machine (${failed})` }
}
