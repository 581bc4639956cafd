import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { seeded } from '../lab/hosts/random.ts'
import { countInvented, countMessages, readMessages } from './words/messages.ts'
import { CAPTURES, countOrdinary, ordinaryText } from './words/ordinary.ts'
import { countReports } from './words/reports.ts'
import { type Counted, printRows } from './words/row.ts'

const ROOT = resolve(import.meta.dirname, '..')
/** What we keep, and what stands beside the repository where it is worked on. */
const OURS = resolve(ROOT, 'test/words/reports')
const INVENTED = resolve(import.meta.dirname, 'words/invented.txt')

const USAGE = `npm run bench words -- [--reports DIR] [--corpora DIR] [--ordinary COUNT] [--seed N] [--only PART] [--failures FILE]
  --reports DIR   the reports of this folder (it holds expected.jsonl) and no others
  --corpora DIR   where openssh/messages.tsv and reports/ are; ../shared/corpora unless said
  --ordinary N    so many ordinary texts (1000)
  --only PART     reports, messages, invented or ordinary
  --print SEED    prints the ordinary text of this seed and ends
  --failures FILE every failure in one line goes here, too`

/** `npm run bench words`: how pasted texts are read, each number beside its bar. */
export async function benchWords(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      reports: { type: 'string' },
      corpora: { type: 'string', default: resolve(ROOT, '../shared/corpora') },
      ordinary: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '8' },
      only: { type: 'string' },
      print: { type: 'string' },
      failures: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(USAGE)
  if (values.print !== undefined) return void process.stdout.write(ordinaryText(seeded(Number(values.print))).text)
  if (values.failures !== undefined) writeFileSync(values.failures, '')
  const tell = (title: string, { rows, failures }: Counted): void => {
    printRows(title, rows)
    if (rows.some(({ met }) => met === false)) process.exitCode = 1
    for (const failure of failures.slice(0, 10)) console.log(`    ${failure}`)
    if (failures.length > 10)
      console.log(`    … ${failures.length - 10} more${values.failures ? '' : ' (--failures FILE)'}`)
    if (values.failures !== undefined) appendFileSync(values.failures, [`\n## ${title}`, ...failures, ''].join('\n'))
  }
  const wants = (part: string): boolean => values.only === undefined || values.only === part
  if (wants('reports'))
    for (const folder of foldersOf(values))
      tell(`reports: ${folder.name}`, await countReports(folder.path, folder.least))
  const messages = resolve(values.corpora, 'openssh/messages.tsv')
  const parts: [part: string, title: string, needs: string, count: () => Promise<Counted>][] = [
    ['messages', 'messages of OpenSSH 6.6 to 10.5', messages, () => countMessages(readMessages(messages))],
    ['invented', 'lines that no sshd prints', messages, () => countInvented(INVENTED, readMessages(messages))],
    ['ordinary', 'ordinary texts', CAPTURES, () => countOrdinary(Number(values.ordinary), Number(values.seed))],
  ]
  for (const [part, title, needs, count] of parts) {
    if (!wants(part)) continue
    if (existsSync(needs)) await told(title, count, tell)
    else console.log(`\n${title}: not measured, there is no ${needs}`)
  }
}

/** Ours want 80 % (they are as unseen as we can have them), those the work was shown want all of them. */
function foldersOf({
  reports,
  corpora,
}: {
  reports?: string
  corpora: string
}): { name: string; path: string; least: number }[] {
  if (reports !== undefined) return [{ name: reports, path: resolve(reports), least: 0.8 }]
  const shown = resolve(corpora, 'reports')
  return [
    { name: 'test/words/reports', path: OURS, least: 0.8 },
    ...(existsSync(shown) ? [{ name: 'those the work was shown', path: shown, least: 1 }] : []),
  ]
}

/** A part that cannot be measured yet says so, and the others still are. */
async function told(
  title: string,
  count: () => Promise<Counted>,
  tell: (title: string, counted: Counted) => void,
): Promise<void> {
  try {
    tell(title, await count())
  } catch (problem) {
    process.exitCode = 1
    console.log(`\n${title}: not measured: ${(problem as Error).message}`)
  }
}
