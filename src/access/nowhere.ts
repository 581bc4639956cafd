import type { ExecOptions, ExecResult } from '../core/access.ts'

/** Not `command -v`: that passes over a file that is there and may not be run. */
const IS_NOWHERE = 'IFS=:; for folder in $PATH; do test -e "$folder/$1" && exit; done; echo nowhere'

type Exec = (argv: readonly string[], options?: ExecOptions) => Promise<ExecResult>

/**
 * Tells a program that may not be run (126) from one that is nowhere (127). Where PATH names a folder one may not enter, execvp says
 * EACCES of both, and timeout and some shells pass that on as 126; the folders are looked through in that case only.
 */
export const knowingWhatIsNowhere =
  (exec: Exec): Exec =>
  async (argv, options = {}) => {
    const ran = await exec(argv, options)
    const [program = ''] = argv
    if (ran.code !== 126 || program.includes('/')) return ran
    const { stdin: _stdin, onStdout: _onStdout, ...asBefore } = options
    const looked = await exec(['sh', '-c', IS_NOWHERE, 'sh', program], asBefore)
    if (looked.stdout !== 'nowhere\n') return ran
    return { ...ran, code: 127, stderr: `${program}: not found\n` }
  }
