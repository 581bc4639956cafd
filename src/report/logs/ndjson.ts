import type { LogLine } from '../../ssh/sshd-log/types.ts'
import { escaped } from '../json.ts'

/** Text that stands in JSON as it is. */
const NEEDS_NOTHING = /^[ !#-[\]-~]*$/

/**
 * One line as one object on one line, with its newline (schema/log-line.schema.json). There are millions of them: the plain ones are
 * put together by hand, in a third of the time.
 */
export function lineToJson(line: LogLine): string {
  let text = `{"line":${line.line},"at":${timeOf(line.at)},"kind":"${line.kind}"`
  for (const key in line) {
    if (key === 'line' || key === 'at' || key === 'kind') continue
    const value = line[key as keyof LogLine]
    if (typeof value === 'string') {
      if (!NEEDS_NOTHING.test(value)) return slowly(line)
      text += `,"${key}":"${value}"`
    } else if (value !== undefined) text += `,"${key}":${JSON.stringify(value)}`
  }
  return text + '}\n'
}

function slowly({ line, at, kind, ...rest }: LogLine): string {
  const object = { line, at: JSON.parse(timeOf(at)) as string | null, kind, ...rest }
  return escaped(JSON.stringify(object)) + '\n'
}

const SECOND = 1000
let [second, spelled] = [NaN, '']

/** Lines come in order, many of them within one second: its spelling is kept, but for the milliseconds. */
function timeOf(at: number | undefined): string {
  if (at === undefined || !(Math.abs(at) <= 8.64e15)) return 'null'
  const time = Math.trunc(at)
  const whole = Math.floor(time / SECOND)
  if (whole !== second) {
    spelled = new Date(whole * SECOND).toISOString().slice(0, -4)
    second = whole
  }
  return `"${spelled}${String(time - whole * SECOND).padStart(3, '0')}Z"`
}
