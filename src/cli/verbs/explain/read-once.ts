import { readLine } from '../../../words/line.ts'
import type { LineReading } from '../../../words/line.ts'

/** Reads each line of a text once, however often it is asked for: first whether it is known, then what it says. */
export function readOnce(): (line: string) => LineReading {
  const readings = new Map<string, LineReading>()
  return (line) => {
    let reading = readings.get(line)
    if (reading === undefined) readings.set(line, (reading = readLine(line)))
    return reading
  }
}
