import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, explained, forEach, logsOf } from './ask.ts'
import { type Counted, none, type Row, share } from './row.ts'

/** A text and what is behind it; test/words/reports/README.md says what each field means. */
interface Report {
  id: string
  file: string
  verbs: readonly string[]
  cause: string
  right: readonly string[]
  never: readonly string[]
  exit?: number
}

/** From here on a cause is claimed, not only ranked. */
const CLAIMED = 0.6

/** Has every report of a folder explained; `least` is the share that has to be right first. */
export async function countReports(folder: string, least: number): Promise<Counted> {
  const reports = readFileSync(join(folder, 'expected.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Report)
  const explainable = reports.filter(({ verbs }) => verbs.some((verb) => verb.startsWith('explain')))
  const judged = await forEach(explainable, async (report) => {
    const answer = await explained(readFileSync(join(folder, report.file), 'utf8'))
    return { report, answer, faults: faultsOf(report, answer) }
  })
  const logged = reports.filter((report) => readByLogs(report, reports))
  const quiet = await quietLogs(folder, logged)
  const count = (kind: Kind): number => judged.filter(({ faults }) => faults.includes(kind)).length
  const fixed = judged.filter(({ report }) => report.exit !== undefined)
  const rows: Row[] = [
    share('right first', judged.length - count('not right first'), judged.length, least),
    none(`wrong at ${CLAIMED * 100} % or more`, count('wrong'), judged.length),
    none('false all-clears', count('false all-clear'), judged.length),
    none('an id that must never lead leads', count('never'), judged.length),
    none('another exit code than the specification fixes', count('exit'), fixed.length),
    none('logs: nothing to do, where a fault is behind it', quiet.length, logged.length),
  ]
  const other = reports.length - explainable.length
  if (other > 0) rows.push({ what: 'read by other verbs: a person judges', got: `${other}`, bar: '' })
  const failures = judged.flatMap(({ report, answer, faults }) =>
    faults.length === 0 ? [] : [`${report.file}: ${faults.join(', ')}: ${shown(answer)}; right is ${wanted(report)}`],
  )
  return { rows, failures: [...failures, ...quiet.map((file) => `${file}: logs says that nothing needs anybody`)] }
}

type Kind = 'not right first' | 'wrong' | 'false all-clear' | 'never' | 'exit'

function faultsOf(report: Report, answer: Answer): Kind[] {
  const [first] = answer.causes
  const claimed = answer.causes.find(({ id, probability }) => id !== 'unknown' && probability >= CLAIMED)
  const right =
    report.right.length === 0 ? claimed === undefined : first !== undefined && report.right.includes(first.id)
  const clear = answer.verdict === 'reachable' || answer.code === 0
  const leads = clear ? 'reachable' : first?.id
  const kinds: Kind[] = []
  if (!right) kinds.push('not right first')
  if (claimed !== undefined && !report.right.includes(claimed.id)) kinds.push('wrong')
  if (clear && !mayBeClear(report)) kinds.push('false all-clear')
  if (leads !== undefined && report.never.includes(leads)) kinds.push('never')
  if (report.exit !== undefined && answer.code !== report.exit) kinds.push('exit')
  return kinds
}

/** Only a text in which nobody was kept out may end in "Nothing wrong was found". */
function mayBeClear({ right, never, exit }: Report): boolean {
  if (exit !== undefined) return exit === 0
  return right.length === 0 && !never.includes('reachable')
}

/** Where a fault keeps somebody out; of a stranger who is refused, `logs` may say that it needs nobody. */
function readByLogs({ verbs, right, exit }: Report, all: readonly Report[]): boolean {
  const keepsOut = exit === 1 || all.every((report) => report.exit === undefined)
  return verbs.includes('logs') && right.length > 0 && keepsOut
}

/** The logs over which `logs` says that there is nothing to do. */
async function quietLogs(folder: string, reports: readonly Report[]): Promise<string[]> {
  const said = await forEach(reports, ({ file }) => logsOf(join(folder, file)))
  return reports.filter((_, i) => /Nothing here needs you/i.test(said[i]!.out)).map(({ file }) => file)
}

function shown({ code, verdict, causes, said }: Answer): string {
  if (verdict === undefined) return `exit ${code}, ${JSON.stringify(said.slice(0, 100))}`
  const named = causes.slice(0, 3).map(({ id, probability }) => `${id} ${Math.round(probability * 100)} %`)
  return `exit ${code}, ${verdict}, ${named.join(', ') || 'no cause'}`
}

function wanted({ right, never, exit }: Report): string {
  const first = right.length === 0 ? 'no cause at 60 %' : right.join(' or ')
  return `${first}${never.length > 0 ? `, never ${never.join(', ')}` : ''}${exit === undefined ? '' : `, exit ${exit}`}`
}
