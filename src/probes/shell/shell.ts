import type { ExecOptions, ExecResult } from '../../core/access.ts'
import { type ProbeContext, Unanswered } from '../../core/probe.ts'

/** A login shell that is not one may know neither; sbin is where half of what we ask stands. */
const PRELUDE = 'LC_ALL=C PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin; export LC_ALL PATH\n'

/**
 * Runs one constant POSIX shell script on the other side; what varies goes in as `$1`, `$2`, …, never into its text.
 * Whatever the script prints before it ends, or before the clock does, is there: print what matters first.
 * @throws Unanswered where there is no way in, it is lost, or nothing at all came
 */
export async function shell(
  context: ProbeContext,
  script: string,
  args: readonly string[] = [],
  options: ExecOptions = {},
): Promise<ExecResult> {
  const { access } = context
  if (!access) throw new Unanswered('not-asked', 'no way in to look from within')
  const timeoutMs = (options.timeoutMs ?? 15_000) * context.patience
  const result = await access.exec(['sh', '-c', PRELUDE + script, 'sh', ...args], {
    ...options,
    timeoutMs,
    signal: context.signal,
  })
  if (result.lost !== undefined) throw new Unanswered('absent', result.lost)
  if (result.timedOut && result.stdout === '') throw new Unanswered('timed-out', 'the server was too slow to answer')
  return result
}
