import type { ExecOptions } from '../../core/access.ts'
import { type ProbeContext, Unanswered } from '../../core/probe.ts'
import { shell } from './shell.ts'

/**
 * What a script printed, where it came to its end: for questions whose answer may be that something is not there. Half an
 * answer would say so of all that was still to come.
 * @throws Unanswered as shell() does, and where the script was cut off
 */
export async function wholeAnswer(
  context: ProbeContext,
  script: string,
  args: readonly string[] = [],
  options: ExecOptions = {},
): Promise<string> {
  const { code, timedOut, stdout } = await shell(context, script, args, options)
  // A shell that was killed, by a signal or by `timeout`, says 124 or more.
  if (timedOut || code === null || code >= 124)
    throw new Unanswered('timed-out', 'the server was too slow to answer this to its end')
  return stdout
}
