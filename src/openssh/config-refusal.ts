import { visible } from '../core/visible.ts'

/** What ssh may write in front of its reason although nothing is wrong with it. */
const NOISE = [
  /^Pseudo-terminal will not be allocated/,
  /^Warning: /,
  /^debug\d?: /,
  /^OpenSSH_/,
  /terminating, \d+ bad /,
]

/**
 * ssh's own sentence for why it refuses a configuration, from its stderr; undefined where it says nothing.
 * Visible form, one line.
 */
export function readConfigRefusal(stderr: string): string | undefined {
  const lines = stderr.split(/\r?\n/).map((line) => line.trimEnd())
  const telling = lines.find((line) => line !== '' && !NOISE.some((noise) => noise.test(line)))
  return telling === undefined ? undefined : visible(telling)
}
