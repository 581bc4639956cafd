import type { LogLine } from '../../sshd-log/types.ts'
import { escaped } from '../json.ts'

/** Text that stands in JSON as it is. */
const NEEDS_NOTHING = /^[ !#-[\]-~]*$/

/** What stands before a key's value: behind a string, whose quote is still open, or behind anything else; before a string or anything else. */
type Fronts = Record<'string' | 'other', Record<'string' | 'other', string>>
const fronts = new Map<string, Fronts>()

function frontsOf(key: string): Fronts {
  let all = fronts.get(key)
  if (!all) {
    const before = (end: string) => ({ string: `${end},"${key}":"`, other: `${end},"${key}":` })
    fronts.set(key, (all = { string: before('"'), other: before('') }))
  }
  return all
}

/**
 * One line as one object on one line, with its newline (schema/log-line.schema.json). There are millions of them: the plain ones are put together by
 * hand, of as few pieces as can be, because each is copied once more when the whole is written.
 */
export function lineToJson(line: LogLine): string {
  let text = `{"line":${line.line},"at":${timeOf(line.at)},"kind":"${line.kind}`
  let open = true
  for (const key in line) {
    if (key === 'line' || key === 'at' || key === 'kind') continue
    const value = line[key as keyof LogLine]
    if (value === undefined) continue
    const front = frontsOf(key)[open ? 'string' : 'other']
    open = typeof value === 'string'
    if (typeof value === 'string') {
      if (!NEEDS_NOTHING.test(value)) return slowly(line)
      text += front.string + value
    } else text += front.other + (typeof value === 'number' && !Number.isFinite(value) ? 'null' : String(value))
  }
  return text + (open ? '"}\n' : '}\n')
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
