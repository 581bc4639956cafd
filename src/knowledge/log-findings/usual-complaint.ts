import type { Complaint } from '../../sshd-log/types.ts'
import type { ComplaintReading } from './troubles.ts'

type Usual = Pick<ComplaintReading, 'ids' | 'says' | 'faults' | 'level'> & { words: RegExp }

const UNLIKE =
  'The two sides have no algorithm of this kind in common; what the other side offers is at the end of the line.'
const LATE = 'A connection was cut off, because nobody had logged in over it when LoginGraceTime was over.'

const USUAL: readonly Usual[] = [
  {
    words: /^Unable to negotiate with \S{1,255} port \d{1,5}: no matching [a-z ]{3,40} found\. Their offer: \S/,
    ids: ['unable-to-negotiate-with-port-their-offer'],
    level: 'error',
    says: UNLIKE,
    faults: ['no-common-algorithm'],
  },
  {
    words: /^fatal: Timeout before authentication for [\da-fA-F.:]{2,45} port \d{1,5}$/,
    ids: ['timeout-before-authentication-for-port'],
    level: 'fatal',
    says: LATE,
    faults: ['grace-time-over'],
  },
  {
    words:
      /^Timeout before authentication for connection from [\da-fA-F.:]{2,45} to [\da-fA-F.:]{2,45}, pid = \d{1,10}$/,
    ids: ['timeout-before-authentication-for-pid'],
    level: 'info',
    says: LATE,
    faults: ['grace-time-over'],
  },
]

/**
 * Complaints that every log of a public server has, because strangers cause them: a log that has no others is told without loading the lexicon. What
 * stands here is what the lexicon says of them; a test holds it to that.
 */
export function usualComplaint({ text }: Complaint): ComplaintReading | undefined {
  const usual = USUAL.find(({ words }) => words.test(text))
  if (usual === undefined) return undefined
  const { ids, says, faults, level } = usual
  return { ids, says, faults, level, known: true, harmless: false, road: 'breaks', message: undefined, fields: {} }
}
