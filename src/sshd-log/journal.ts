import type { Header } from './header.ts'

const decoder = new TextDecoder()
const SSHD = /^(?:.*\/)?(sshd(?:-session|-auth)?)$/

/** A field of `journalctl -o json`: text, or an array of bytes where it is not printable UTF-8. */
function text(field: unknown): string | undefined {
  if (typeof field === 'string') return field
  if (typeof field === 'number') return String(field)
  if (!Array.isArray(field)) return undefined
  if (field.every((byte) => typeof byte === 'number')) return decoder.decode(Uint8Array.from(field as number[]))
  return text(field[0])
}

function fromFields(get: (name: string) => string | undefined): Header | undefined {
  const message = get('MESSAGE')
  if (message === undefined) return undefined
  const identifier = SSHD.exec(get('SYSLOG_IDENTIFIER') ?? get('_COMM') ?? '')
  if (!identifier) return undefined
  const header: Header = { message: message.replace(/\n[^]*$/, ''), tag: identifier[1]! }
  const micros = Number(get('_SOURCE_REALTIME_TIMESTAMP') ?? get('__REALTIME_TIMESTAMP'))
  if (micros > 0) header.at = Math.floor(micros / 1000)
  const pid = get('SYSLOG_PID') ?? get('_PID')
  if (pid !== undefined && /^\d{1,10}$/.test(pid)) header.pid = Number(pid)
  const host = get('_HOSTNAME')
  if (host !== undefined) header.host = host
  return header
}

/** One line of `journalctl -o json`; undefined where it is another program's, or not whole. */
export function readJournalJson(line: string): Header | undefined {
  if (!line.includes('sshd')) return undefined
  let entry: unknown
  try {
    entry = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof entry !== 'object' || entry === null) return undefined
  const fields = entry as Record<string, unknown>
  if (Object.hasOwn(fields, 'eventMessage')) return fromLogShow(fields)
  return fromFields((name) => (Object.hasOwn(fields, name) ? text(fields[name]) : undefined))
}

/** macOS, `log show --style ndjson`. */
function fromLogShow({ eventMessage, processImagePath, processID, timestamp }: Record<string, unknown>) {
  const program = SSHD.exec(String(processImagePath))
  const stamp = /^(\S+) (\S+?)([+-]\d\d)(\d\d)$/.exec(String(timestamp))
  if (!program || typeof eventMessage !== 'string') return undefined
  const header: Header = { message: eventMessage.replace(/\n[^]*$/, ''), tag: program[1]! }
  const at = stamp ? Date.parse(`${stamp[1]}T${stamp[2]}${stamp[3]}:${stamp[4]}`) : NaN
  if (!Number.isNaN(at)) header.at = at
  if (Number.isSafeInteger(processID)) header.pid = processID as number
  return header
}

/** An entry of the journal export format that is being read (systemd, "Journal Export Formats"). */
export interface ExportEntry {
  fields: Map<string, string>
  /** Name of a binary field whose value is on the next line, behind eight bytes of length. */
  binary?: string
}

/** Fields of an entry that say something here. */
export const KEPT: ReadonlySet<string> = new Set([
  'MESSAGE',
  'SYSLOG_IDENTIFIER',
  '_COMM',
  '_SOURCE_REALTIME_TIMESTAMP',
  '__REALTIME_TIMESTAMP',
  'SYSLOG_PID',
  '_PID',
  '_HOSTNAME',
])

/** How an entry of the export format begins; `journalctl -o export` writes the cursor first, and people leave it out. */
const EXPORT = /^__(?:CURSOR|REALTIME_TIMESTAMP|MONOTONIC_TIMESTAMP|SEQNUM|SEQNUM_ID)=/

export const startsExport = (line: string): boolean => line.startsWith('__') && EXPORT.test(line)

/** Takes a line of the export format; a header where the line ends an entry of sshd's. */
export function readExportLine(entry: ExportEntry, line: string): Header | undefined {
  if (entry.binary !== undefined) {
    if (KEPT.has(entry.binary)) entry.fields.set(entry.binary, line.slice(8))
    delete entry.binary
    return undefined
  }
  if (line === '') {
    const header = fromFields((name) => entry.fields.get(name))
    entry.fields.clear()
    return header
  }
  const sign = line.indexOf('=')
  if (sign < 0) entry.binary = line
  else if (KEPT.has(line.slice(0, sign))) entry.fields.set(line.slice(0, sign), line.slice(sign + 1))
  return undefined
}
