import type { ClientLog } from '../core/types.ts'
import { Attempt } from './attempt.ts'
import { clientRelease } from './details.ts'
import { embeddedSentences } from './embedded.ts'
import { clientLines } from './lines.ts'

export { StepFollower, stepOfLine } from './steps.ts'

/**
 * What a client's own text says of a login: how far it came, how it ended, what was shown on the way. Reads OpenSSH from
 * 6.0 on with or without -v, on any platform and through git, scp, rsync, ansible, gcloud or an editor; other clients' usual
 * sentences too. Of several attempts in a row the last one counts. Where no line begins with words of ssh's, those within lines are read. Never throws; linear in the text.
 */
export function readClientLog(text: string): ClientLog {
  const lines = clientLines(text)
  const log = readLines(lines)
  if (log.failure !== undefined || log.reached !== 'start' || log.preBanner.length > 0) return log
  const sentences = embeddedSentences(lines)
  return sentences.length > 0 ? readLines(sentences) : log
}

function readLines(lines: readonly string[]): ClientLog {
  let attempt = new Attempt()
  for (const line of lines) {
    // ssh -v names itself first; after a failure that is another attempt, unless it is the jump's own ssh.
    if (attempt.finding && !attempt.finding.weak && clientRelease(line) !== undefined) attempt = new Attempt()
    attempt.line(line)
  }
  return attempt.end()
}
