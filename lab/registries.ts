import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Verb } from '../src/cli/verb.ts'
import { STAGES } from '../src/core/types.ts'
import type { Sign, Stage } from '../src/core/types.ts'
import type { Entry } from '../src/words/entry.ts'
import { camelCase } from './camel-case.ts'
import { entryWords, messageWords } from './word-tables.ts'

/**
 * `npm run registries`: the lists of what stands in a folder, made anew from the folder. Nobody edits them; a test fails where one is
 * stale. A registry is TypeScript as oxfmt leaves it.
 */

const ROOT = resolve(import.meta.dirname, '..')

/** Of a line (.oxfmtrc.json). */
const WIDTH = 120

const HEAD = '// Made by `npm run registries` from the files of the folder. Do not edit: run it again.\n'

/** Modules of a folder, without tests, as paths relative to it, in alphabetical order. */
const modules = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
    .toSorted()

const byStage = (stage: string): number => STAGES.indexOf(stage as Stage)

/** Files of the faults, along the road, within a stage by id. */
const faultFiles = (): { id: string; stage: string; file: string }[] =>
  modules('src/knowledge/faults')
    .map((file) => ({ id: basename(file, '.ts'), stage: file.split('/')[0]!, file }))
    .toSorted((a, b) => byStage(a.stage) - byStage(b.stage) || (a.id < b.id ? -1 : 1))

const list = (name: string, type: string, entries: readonly string[]): string =>
  `export const ${name}: readonly ${type}[] = [\n${entries.map((entry) => `  ${entry},\n`).join('')}]\n`

/** As oxfmt has it: a short list stands on one line. */
function oneLineOrMore(name: string, type: string, entries: readonly string[]): string {
  const one = `export const ${name}: readonly ${type}[] = [${entries.join(', ')}]\n`
  return one.length <= WIDTH ? one : list(name, type, entries)
}

function faults(): string {
  const files = faultFiles()
  return `${HEAD}import type { Fault } from '../core/types.ts'
${files.map(({ id, file }) => `import ${camelCase(id)} from './faults/${file}'`).join('\n')}

/** Every disease the book knows, along the road. */
${list(
  'FAULTS',
  'Fault',
  files.map(({ id }) => camelCase(id)),
)}
export const FAULT_BY_ID: ReadonlyMap<string, Fault> = new Map(FAULTS.map((fault) => [fault.id, fault]))
`
}

interface SignPlace {
  file: string
  /** As the registry names it: `banner.firstContact`. */
  name: string
  stage: Stage
}

const isSign = (value: unknown): value is Sign =>
  typeof value === 'object' && value !== null && 'read' in value && 'values' in value && 'stage' in value

/** `inside/host.ts` → `insideHost`. */
const roomOf = (file: string): string => camelCase(file.replace(/\.ts$/, '').replaceAll('/', '-'))

/** The signs of every file, along the road; within a stage by file, within a file as they stand there. */
async function signPlaces(): Promise<SignPlace[]> {
  const places: SignPlace[] = []
  for (const file of modules('src/knowledge/signs')) {
    const path = join(ROOT, 'src/knowledge/signs', file)
    const exported = (await import(path)) as Record<string, unknown>
    for (const [, name] of readFileSync(path, 'utf8').matchAll(/^export const (\w+)/gm)) {
      const sign = exported[name!]
      if (isSign(sign)) places.push({ file, name: `${roomOf(file)}.${name}`, stage: sign.stage })
    }
  }
  return places.toSorted((a, b) => byStage(a.stage) - byStage(b.stage))
}

async function signs(): Promise<string> {
  const places = await signPlaces()
  const inside = places.filter(({ file }) => file.startsWith('inside/'))
  const told = places.filter(({ file }) => file.startsWith('told'))
  const outside = places.filter((place) => !inside.includes(place) && !told.includes(place))
  const named = (some: readonly SignPlace[]) => some.map(({ name }) => name)
  const files = [...new Set(places.map(({ file }) => file))].toSorted()
  return `${HEAD}import { STAGES } from '../core/types.ts'
import type { Sign } from '../core/types.ts'
${files.map((file) => `import * as ${roomOf(file)} from './signs/${file}'`).join('\n')}

/** Read where nobody has to be let in: the client, the road, what ssh says. */
${list('OUTSIDE_SIGNS', 'Sign', named(outside))}
/** Nobody sees these from outside: a log, a cloud or a person tells. */
${list('TOLD_SIGNS', 'Sign', named(told))}
/** Read only by somebody on the server. */
${list('INSIDE_SIGNS', 'Sign', named(inside))}
/** Every reading the book knows, along the road: first what can be seen from outside or is told. */
export const SIGNS: readonly Sign[] = [
  ...[...OUTSIDE_SIGNS, ...TOLD_SIGNS].toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)),
  ...INSIDE_SIGNS,
]

export const SIGN_BY_ID: ReadonlyMap<string, Sign> = new Map(SIGNS.map((sign) => [sign.id, sign]))
`
}

function rules(): string {
  const ids = modules('src/knowledge/config-rules/rules').map((file) => basename(file, '.ts'))
  return `${HEAD}${ids.map((id) => `import { ${camelCase(id)} } from './rules/${id}.ts'`).join('\n')}
import type { Rule } from './view.ts'

/** Every rule of the audit, one file each. */
${list('RULES', 'Rule', ids.map(camelCase))}`
}

function labFaults(): string {
  const stage = new Map(faultFiles().map(({ id }, i) => [id, i]))
  const place = (id: string) => stage.get(id) ?? -1
  const ids = modules('lab/faults')
    .map((file) => basename(file, '.ts'))
    .toSorted((a, b) => place(a) - place(b))
  return `${HEAD}${ids.map((id) => `import { ${camelCase(id)} } from './${id}.ts'`).join('\n')}
import type { LabFault } from '../types.ts'

/** What the laboratory knows of each fault, along the road: how to break a real machine so, or why that cannot be done. */
${list('labFaults', 'LabFault', ids.map(camelCase))}`
}

/** Probes by what they need: those of some folders in one list, in the order of their ids. */
function probes(name: string, says: string, folders: readonly string[]): string {
  const files = folders.flatMap((folder) => modules(`src/probes/${folder}`).map((file) => `${folder}/${file}`))
  const ids = new Map(files.map((file) => [file, camelCase(basename(file, '.ts'))]))
  return `${HEAD}import type { Probe } from '../core/probe.ts'
${files.map((file) => `import ${ids.get(file)} from '../probes/${file}'`).join('\n')}

/** ${says} */
${list(name, 'Probe', [...ids.values()])}`
}

/** First what happens without a verb, at the end what serves the program itself, by name between. */
async function verbs(): Promise<string> {
  const found: { folder: string; rank: number }[] = []
  for (const folder of readdirSync(join(ROOT, 'src/cli/verbs')).toSorted()) {
    const { verb } = (await import(join(ROOT, 'src/cli/verbs', folder, 'verb.ts'))) as { verb: Verb }
    if (verb.name !== folder) throw new Error(`src/cli/verbs/${folder}/verb.ts names itself '${verb.name}'.`)
    found.push({ folder, rank: verb.reads === 'ssh' ? 0 : verb.service ? 2 : 1 })
  }
  const folders = found.toSorted((a, b) => a.rank - b.rank).map(({ folder }) => folder)
  return `${HEAD}import type { Verb } from './verb.ts'
${folders
  .toSorted()
  .map((folder) => `import { verb as ${camelCase(folder)} } from './verbs/${folder}/verb.ts'`)
  .join('\n')}

/** Every verb: first what happens without one, at the end what serves the program itself. */
export const VERBS: readonly Verb[] = [${folders.map(camelCase).join(', ')}]
`
}

function remedies(): string {
  const ids = modules('src/remedies')
    .filter((file) => !file.includes('/') && file !== 'registry.ts')
    .map((file) => basename(file, '.ts'))
  return `${HEAD}import type { Remedy } from '../core/remedy.ts'
${ids.map((id) => `import ${camelCase(id)} from './${id}.ts'`).join('\n')}

/** Every treatment, one file each. */
${list('REMEDIES', 'Remedy', ids.map(camelCase))}`
}

const wordFiles = (): string[] =>
  ['servers', 'clients', 'openssh/entries'].flatMap((folder) =>
    existsSync(join(ROOT, 'src/words', folder))
      ? modules(`src/words/${folder}`).map((file) => `${folder}/${file}`)
      : [],
  )

/** Every entry of the lexicon that is a pattern of its own, by who prints it; the formats of OpenSSH's log calls stand in their table. */
function words(): string {
  const files = wordFiles()
  const name = (file: string) => camelCase(file.replace(/\.ts$/, '').replaceAll('/', '-'))
  return `${HEAD}import type { Entry } from './entry.ts'
${files.map((file) => `import { ENTRIES as ${name(file)} } from './${file}'`).join('\n')}

/** What everybody prints whose messages are patterns. */
${oneLineOrMore(
  'ENTRIES',
  'Entry',
  files.map((file) => `...${name(file)}`),
)}`
}

/** By which words an entry is looked up; in the order of the registry of words. */
async function wordsOfEntries(): Promise<string> {
  const lists = await Promise.all(
    wordFiles().map(async (file) => (await import(join(ROOT, 'src/words', file))) as { ENTRIES: readonly Entry[] }),
  )
  return json(entryWords(lists.flatMap(({ ENTRIES }) => ENTRIES)))
}

/** As oxfmt has it. */
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/** Every registry by its path, with the text it should have. */
export async function registries(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['src/knowledge/faults.ts', faults()],
    ['src/knowledge/signs.ts', await signs()],
    ['src/knowledge/config-rules/rules.ts', rules()],
    ['src/remedies/registry.ts', remedies()],
    ['src/words/registry.ts', words()],
    ['src/words/entry-words.json', await wordsOfEntries()],
    ['src/words/openssh/message-words.json', json(messageWords())],
    ['lab/faults/index.ts', labFaults()],
    ['src/cli/verbs.ts', await verbs()],
    [
      'src/medic/probes.ts',
      probes('PROBES', 'Every question that needs no shell on the other side; plans ask them by their ids.', [
        'client',
        'outside',
      ]),
    ],
    [
      'src/medic/inside-probes.ts',
      probes(
        'INSIDE_PROBES',
        'Every question that needs a shell on the server; in which order is the plan’s business.',
        ['inside'],
      ),
    ],
  ])
}

/** Writes those that are stale; returns their paths. */
export async function writeRegistries(): Promise<string[]> {
  const stale: string[] = []
  for (const [path, text] of await registries()) {
    if (existsSync(join(ROOT, path)) && readFileSync(join(ROOT, path), 'utf8') === text) continue
    writeFileSync(join(ROOT, path), text)
    stale.push(path)
  }
  return stale
}

if (import.meta.main) {
  const written = await writeRegistries()
  console.log(written.length === 0 ? 'Every registry is as its folder is.' : `Made anew: ${written.join(', ')}`)
}
