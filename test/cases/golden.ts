/**
 * The golden ranking: how every case of this folder, every picture a connection can show and every pasted text is judged today, one
 * line each. `npm run golden` writes it anew; golden.test.ts holds the judging against the committed file, so that no constant moves unseen.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCase } from '../../src/cli/case-file.ts'
import { evidenceIn } from '../../src/cli/verbs/explain/evidence.ts'
import type { Diagnosis } from '../../src/core/types.ts'
import { diagnose } from '../../src/diagnose/diagnose.ts'
import { PICTURES } from './arbitrary-facts.ts'
import { AT, atHome, sheet } from './facts.ts'

export const GOLDEN = join(import.meta.dirname, 'golden.txt')

const HEAD = `# How every case is judged: the verdict, and the first five causes with their share, two digits each.
# Made by "npm run golden". Read the difference before you commit it, and say in the commit why it moved.
`

/** One judged thing: its name, and its line in the golden file. */
export type Judged = readonly [name: string, line: string]

/** "unreachable  host-starved 0.83  sshd-hung 0.084": two significant digits, so that a small share moves visibly as well. */
export function lineOf({ verdict, causes }: Pick<Diagnosis, 'verdict' | 'causes'>): string {
  const shares = causes.slice(0, 5).map(({ id, probability }) => `${id} ${Number(probability.toPrecision(2))}`)
  return [verdict.padEnd(11), ...shares].join('  ').trimEnd()
}

async function casesBelow(folder: string, label: string): Promise<Judged[]> {
  const files = readdirSync(join(import.meta.dirname, folder)).filter((file) => file.endsWith('.json'))
  return Promise.all(
    files.toSorted().map(async (file): Promise<Judged> => {
      const { facts, target } = await readCase(join(import.meta.dirname, folder, file))
      return [`${label} ${file.slice(0, -'.json'.length)}`, lineOf(diagnose(facts, target))]
    }),
  )
}

const pictures = (): Judged[] =>
  Object.entries(PICTURES).map(([name, seen]) => [
    `contact ${name}`,
    lineOf(diagnose(sheet({ ...atHome, contact: { contacts: [seen] } }))),
  ])

const pastes = (): Judged[] =>
  readFileSync(join(import.meta.dirname, '../cli/pastes.txt'), 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      return [
        `paste ${part.slice(0, end).split(': ')[0]}`,
        lineOf(diagnose(evidenceIn(part.slice(end + 1).trimEnd(), AT).facts)),
      ]
    })

/** Everything there is to judge, judged. */
export async function judgeAll(): Promise<Judged[]> {
  return [...(await casesBelow('.', 'case')), ...(await casesBelow('machines', 'machine')), ...pictures(), ...pastes()]
}

/** The file as it should be. */
export function goldenText(judged: readonly Judged[]): string {
  return `${HEAD}\n${judged.map(([name, line]) => `${name}\n    ${line}\n`).join('')}`
}

/** The committed file, by name. */
export function readGolden(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^(?![#\s])(.+)\n {4}(.+)$/gm)].map(([, name = '', line = '']) => [name, line]))
}

/** What moved, as a table for a person; empty where nothing did. */
export function movedSince(committed: ReadonlyMap<string, string>, judged: readonly Judged[]): string[] {
  const now = new Map(judged)
  const names = [...new Set([...now.keys(), ...committed.keys()])]
  return names
    .filter((name) => now.get(name) !== committed.get(name))
    .flatMap((name) => [
      name,
      `    was  ${committed.get(name) ?? '(not there)'}`,
      `    is   ${now.get(name) ?? '(not there any more)'}`,
    ])
}

if (import.meta.main) {
  const judged = await judgeAll()
  const moved = movedSince(readGolden(readFileSync(GOLDEN, 'utf8')), judged)
  writeFileSync(GOLDEN, goldenText(judged))
  console.log(
    moved.length === 0 ? 'Nothing moved.' : `${moved.join('\n')}\n\n${moved.length / 3} of ${judged.length} moved.`,
  )
}
