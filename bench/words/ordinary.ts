import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../../lab/hosts/random.ts'
import { type Answer, explained, forEach } from './ask.ts'
import { type Counted, none } from './row.ts'

/** What real machines logged and `ssh -v` printed of them; capture.ts made it. */
export const CAPTURES = join(import.meta.dirname, 'captures')
/** From here on a cause is claimed, not only ranked. */
const CLAIMED = 0.6

type Random = () => number

/** Ordinary logs and `ssh -v` outputs of logins that work, varied from captures of real machines: is any of them called sick? */
export async function countOrdinary(count: number, seed: number): Promise<Counted> {
  const texts = Array.from({ length: count }, (_, i) => ordinaryText(seeded(seed + i)))
  const answers = await forEach(texts, ({ text }) => explained(text))
  const failures = texts.flatMap(({ made }, i) => {
    const says = saysSick(answers[i]!)
    return says === undefined ? [] : [`${says}: ${made} (--print ${seed + i})`]
  })
  const ofSsh = texts.flatMap(({ made }, i) => (made.includes('-ssh-') ? [answers[i]!] : []))
  const welcomed = ofSsh.filter(({ code }) => code === 0).length
  const rows = [
    none('ordinary logs and ssh -v of logins that work: called sick', failures.length, count),
    { what: '  ssh -v among them: said to show a login that works', got: `${welcomed} of ${ofSsh.length}`, bar: '' },
  ]
  return { rows, failures }
}

/** What it called the text that nothing ails, if it did. */
function saysSick({ verdict, causes, code }: Answer): string | undefined {
  const claimed = causes.find(({ id, probability }) => id !== 'unknown' && probability >= CLAIMED)
  if (claimed === undefined && verdict !== 'unreachable' && verdict !== 'degraded' && code !== 1) return undefined
  const [first] = causes
  const named = first === undefined ? 'no cause' : `${first.id} ${Math.round(first.probability * 100)} %`
  return `called sick: ${verdict}, ${named}, exit ${code}`
}

/** One varied text, and how it was made. */
export function ordinaryText(random: Random): { text: string; made: string } {
  const file = pick(random, readdirSync(CAPTURES).sort())
  const captured = readFileSync(join(CAPTURES, file), 'utf8').trimEnd().split(/\r?\n/)
  const lines = file.endsWith('.log') ? someOfLog(random, captured) : someOfSsh(random, captured)
  const renamed = renamer(random)
  const formats = file.endsWith('.log') ? [...LOG_FORMATS, ...PASTED] : PASTED
  const [format, dressed] = pick(random, formats)
  return {
    text: `${dressed(lines.map(renamed), random).join('\n')}\n`,
    made: `${file}, ${format}, ${lines.length} lines`,
  }
}

/** Some processes' lines, whole, as one gets with grep; one login that worked is always among them, and no end of sshd without its start. */
function someOfLog(random: Random, captured: readonly string[]): string[] {
  const lines = captured.filter((line) => !/Received signal|Stopp(?:ing|ed) ssh/.test(line))
  const pidOf = (line: string): string => /\[(\d+)\]:/.exec(line)?.[1] ?? ''
  const loggedIn = pick(random, lines.filter((line) => line.includes(': Accepted ')).map(pidOf))
  const kept = new Set([...new Set(lines.map(pidOf))].filter((pid) => pid === loggedIn || random() < 0.5))
  return lines.filter((line) => kept.has(pidOf(line)))
}

/** Debug lines may be missing anywhere; what tells of the login and of its end stays. */
function someOfSsh(random: Random, lines: readonly string[]): string[] {
  const lost = pick(random, [0, 0, 0.2, 0.5])
  return lines.filter(
    (line) => !/^debug[123]: /.test(line) || /Authenticat|Entering|Exit status/.test(line) || random() >= lost,
  )
}

function renamer(random: Random): (line: string) => string {
  const user = pick(random, ['alice', 'bob', 'deploy', 'ubuntu', 'svc-backup', 'j.doe'])
  const host = pick(random, ['node1', 'web-3', 'db01', 'ip-192-0-2-10', 'vm'])
  const [server, client] = [
    pick(random, ['192.0.2.10', '192.0.2.200', '2001:db8::10']),
    `198.51.100.${1 + Math.floor(random() * 254)}`,
  ]
  const pids = Math.floor(random() * 30_000)
  return (line) =>
    line
      .replaceAll('alice', user)
      .replaceAll('node1', host)
      .replaceAll('192.0.2.10', server)
      .replaceAll('198.51.100.7', client)
      .replaceAll(/\[(\d+)\]: /g, (_, pid: string) => `[${Number(pid) + pids}]: `)
}

type Dress = readonly [name: string, dressed: (lines: string[], random: Random) => string[]]

/** `2026-11-28T10:00:00+0000 host tag[pid]: text`, as journalctl -o short-iso wrote it. */
const HEADER = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)[+-]\d{2}:?\d{2} (\S+) ([\w.()-]+(?:\[\d+\])?: )/

const LOG_FORMATS: readonly Dress[] = [
  [
    'syslog',
    (lines) =>
      lines.map((line) =>
        line.replace(
          HEADER,
          (_, __, ___, day: string, time: string, host: string, tag: string) =>
            `Nov ${day.replace(/^0/, ' ')} ${time} ${host} ${tag}`,
        ),
      ),
  ],
  [
    'rfc3339',
    (lines) =>
      lines.map((line) =>
        line.replace(
          HEADER,
          (_, y: string, m: string, d: string, time: string, host: string, tag: string) =>
            `${y}-${m}-${d}T${time}.123456+00:00 ${host} ${tag}`,
        ),
      ),
  ],
  [
    'stderr',
    (lines) =>
      lines
        .filter((line) => /\bsshd(?:-session)?\[/.test(line))
        .map((line) => line.replace(HEADER, '').replace(/^(?:error|fatal): /, '')),
  ],
]

const PASTED: readonly Dress[] = [
  ['plain', (lines) => lines],
  ['CRLF', (lines) => lines.map((line) => `${line}\r`)],
  ['quoted', (lines) => lines.map((line) => `> ${line}`)],
  ['fenced', (lines) => ['It works now, here is the output:', '```', ...lines, '```']],
  ['numbered', (lines) => lines.map((line, i) => `${String(i + 1).padStart(4)}  ${line}`)],
  ['prompt', (lines) => ['alice@laptop:~$ ssh -v web', ...lines, 'alice@laptop:~$ ']],
  ['colours', (lines) => lines.map((line) => `\u001B[0m${line}\u001B[0m`)],
  ['json', (lines) => [JSON.stringify({ changed: false, stderr: `${lines.join('\r\n')}\r\n` })]],
  ['CI', (lines) => lines.map((line, i) => `2026-11-28T10:00:${String(i % 60).padStart(2, '0')}.1234567Z ${line}`)],
]

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!
}
