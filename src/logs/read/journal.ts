import { spawn } from 'node:child_process'

/** Its own tags, not its unit: that is called differently everywhere, and sessions have scopes of their own (openssh.md 5). */
const TAGS = ['-t', 'sshd', '-t', 'sshd-session', '-t', 'sshd-auth']
const FIELDS =
  'MESSAGE,SYSLOG_IDENTIFIER,_COMM,_SOURCE_REALTIME_TIMESTAMP,__REALTIME_TIMESTAMP,SYSLOG_PID,_PID,_HOSTNAME'

/** What `journalctl` is asked for, as an argument vector. `since` and `until` in milliseconds since the epoch. */
export function journalArgs({ since, until }: { since?: number; until?: number } = {}): string[] {
  return [
    ...TAGS,
    ...['-o', 'json', '--no-pager', '-q', `--output-fields=${FIELDS}`],
    ...(since === undefined ? [] : [`--since=@${Math.floor(since / 1000)}`]),
    // Its ends are whole seconds and inclusive; the engine looks more closely.
    ...(until === undefined ? [] : [`--until=@${Math.ceil(until / 1000)}`]),
  ]
}

export interface Journal {
  chunks: AsyncIterable<Uint8Array>
  /** When it has ended: why it could not be read, as half a sentence; undefined where it could. */
  failed: Promise<string | undefined>
  stop(): void
}

/** Runs journalctl here with further arguments. */
export function spawnJournal(more: readonly string[], window: { since?: number; until?: number } = {}): Journal {
  const child = spawn('journalctl', [...journalArgs(window), ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  let says = ''
  let stopped = false
  child.stderr.setEncoding('utf8').on('data', (text: string) => (says = (says + text).slice(0, 1000)))
  const failed = new Promise<string | undefined>((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ENOENT' ? 'there is no journalctl here' : `journalctl does not start (${error.code})`)
    })
    child.on('close', (code) => {
      // Without rights it shows one's own lines, and says so.
      const partly = /insufficient permissions|not seeing messages/i.test(says)
      if (partly) resolve('you may not read all of the journal: become root, or a member of adm or systemd-journal')
      else if (code === 0 || stopped) resolve(undefined)
      else resolve(`journalctl ended with code ${code}: ${says.trim().split('\n')[0] ?? ''}`)
    })
  })
  return {
    chunks: child.stdout,
    failed,
    stop: () => {
      stopped = true
      child.kill()
    },
  }
}

/** Time of the first and the last of sshd's lines in the journal of this machine, milliseconds; undefined where it has none. */
export async function journalSpan(): Promise<{ first: number; last: number } | undefined> {
  const [first, last] = await Promise.all([oneTime(['-n', '+1']), oneTime(['-n', '1'])])
  return last === undefined ? undefined : { first: first ?? (await firstByReading()) ?? last, last }
}

async function oneTime(more: readonly string[]): Promise<number | undefined> {
  const journal = spawnJournal(more)
  let text = ''
  for await (const chunk of journal.chunks) text += Buffer.from(chunk).toString()
  return timeOf(text)
}

/** `-n +1` is not known before systemd 254. */
async function firstByReading(): Promise<number | undefined> {
  const journal = spawnJournal([])
  let text = ''
  for await (const chunk of journal.chunks) {
    text += Buffer.from(chunk).toString()
    if (text.includes('\n')) break
  }
  journal.stop()
  return timeOf(text)
}

function timeOf(json: string): number | undefined {
  const micros = /"__REALTIME_TIMESTAMP":"(\d{10,20})"/.exec(json)?.[1]
  return micros === undefined ? undefined : Number(micros) / 1000
}
