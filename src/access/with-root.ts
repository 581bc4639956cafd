import type { Access, ExecOptions, ExecResult } from '../core/access.ts'
import type { BecomeRoot } from './become-root.ts'
import { prefixed } from './survey.ts'
import type { Survey } from './survey.ts'

/** What becomes root and stays. */
export const ROOT_SHELL = ['sudo', '-n', '--', '/bin/sh']

/**
 * Runs commands by `run`, and those that want root in the shell that is root's, where there is one. What has input of its own, or whose
 * output is taken as it comes, asks sudo by itself.
 */
export function withRoot(
  survey: Survey,
  becoming: BecomeRoot | undefined,
  run: (argv: readonly string[], options: ExecOptions) => Promise<ExecResult>,
): Access['exec'] {
  return async (argv, options = {}) => {
    const plain = prefixed(argv, { ...options, sudo: false }, { ...survey, root: false })
    if (!options.sudo || survey.uid === 0 || !becoming) return run(plain, options)
    if (options.stdin === undefined && options.onStdout === undefined) {
      const ran = await becoming.exec(plain, options)
      if (ran) return ran
    }
    const ended = options.signal?.aborted === true
    const root = !ended && (await becoming.settled).root
    return run(prefixed(argv, options, { ...survey, root }), options)
  }
}
