import type { Complaint } from '../../sshd-log/types.ts'
import { readLine } from '../../words/line.ts'
import { faultsOf } from '../named-by.ts'
import type { ComplaintReading } from './troubles.ts'

/** A complaint by the lexicon and the book. Loading both takes a tenth of a second. */
export function readComplaint({ text }: Complaint): ComplaintReading {
  const reading = readLine(`sshd[1]: ${text}`)
  return { ...reading, faults: faultsOf(reading.message).ids }
}
