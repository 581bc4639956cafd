import type { ExecOptions } from '../core/access.ts'
import { DEFAULT_TIMEOUT_MS } from './child.ts'

/** What decides how a command is run on the other side. */
export interface Survey {
  uid: number
  /** The login shell's path. */
  shell: string
  /** The address the server sees us come from. */
  from?: string
  /** There is a sudo to be asked. */
  hasSudo: boolean
  /** How `timeout` is written there, its seconds left out; undefined where there is none. */
  timeout?: readonly string[]
}

/**
 * Asked once, of any POSIX shell: who we are, where from, and how a command can be bounded there. GNU and newer busybox
 * know `-k`; busybox before 1.30 wants `-t` (coreutils/timeout.c of both).
 */
export const SURVEY = `
echo "uid $(id -u)"
echo "shell $SHELL"
echo "from $SSH_CONNECTION"
if timeout -k 1 5 true; then echo 'timeout timeout -k 1'
elif timeout 5 true; then echo 'timeout timeout'
elif timeout -t 5 true; then echo 'timeout timeout -t'
fi 2>/dev/null
if command -v sudo >/dev/null 2>&1; then echo 'sudo yes'; fi
exit 0
`

/** @returns undefined where the text is no answer to the survey */
export function readSurvey(text: string): Survey | undefined {
  const values = new Map(
    text.split('\n').map((line) => {
      const space = line.indexOf(' ')
      return [line.slice(0, space), line.slice(space + 1).trim()] as const
    }),
  )
  const uid = values.get('uid') ?? ''
  if (!/^\d+$/.test(uid)) return undefined
  const from = values.get('from')?.split(' ')[0]
  const timeout = values.get('timeout')?.split(' ')
  return {
    uid: Number(uid),
    shell: values.get('shell') ?? '',
    ...(from ? { from } : {}),
    hasSudo: values.get('sudo') === 'yes',
    ...(timeout ? { timeout } : {}),
  }
}

/** The other side's own clock runs out after ours: it is there for what our end cannot reach any more. */
const LATER_SECONDS = 2

/** The argument vector with what runs it as root and what bounds it there put in front. */
export function prefixed(
  argv: readonly string[],
  { sudo = false, timeoutMs = DEFAULT_TIMEOUT_MS }: Pick<ExecOptions, 'sudo' | 'timeoutMs'>,
  { uid, timeout, root }: Pick<Survey, 'uid' | 'timeout'> & { root: boolean },
): string[] {
  const bounded = timeout !== undefined && timeoutMs < 2 ** 31 - 1
  return [
    ...(sudo && root && uid !== 0 ? ['sudo', '-n', '--'] : []),
    ...(bounded ? [...timeout, String(Math.ceil(timeoutMs / 1000) + LATER_SECONDS)] : []),
    ...argv,
  ]
}
