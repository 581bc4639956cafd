import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { FactDeclaration } from '../src/core/facts/fact.ts'
import { STAGES } from '../src/core/types.ts'
import { camelCase } from './camel-case.ts'
import { caseSchema, documentFact } from './case-schema.ts'
import { type DeclaredFact, VANTAGES } from './declared-fact.ts'

/**
 * `npm run facts`: makes what follows from the declared facts (src/core/facts): the registry, the titles, the published schema of a
 * saved case and what the schema of a diagnosis says of facts. All are committed; a test makes them anew.
 */
const ROOT = resolve(import.meta.dirname, '..')
const FOLDER = join(ROOT, 'src/core/facts')

/** By vantage, then in the order of the road. */
async function declaredFacts(): Promise<DeclaredFact[]> {
  const all: DeclaredFact[] = []
  for (const seen of VANTAGES) {
    const folder = join(FOLDER, seen)
    const ids = existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.ts$/, '')) : []
    const facts = await Promise.all(
      ids.toSorted().map(async (id) => {
        const { default: declared } = (await import(join(folder, `${id}.ts`))) as { default: FactDeclaration }
        return { ...declared, seen, id }
      }),
    )
    all.push(...facts.toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)))
  }
  return all
}

const HEAD = '// Made by `npm run facts` from the folders beside it. Do not edit.\n'

function registry(facts: readonly DeclaredFact[]): string {
  const imports = facts.map(({ seen, id }) => `import ${camelCase(id)} from './${seen}/${id}.ts'`)
  const lines = facts.map(({ id }) => `  '${id}': ${camelCase(id)},`)
  return `${HEAD}${imports.join('\n')}\n\nexport const FACTS = {\n${lines.join('\n')}\n}\n`
}

/** Titles and vantages alone: what a report needs, without the shapes and the library behind them. */
function titles(facts: readonly DeclaredFact[]): string {
  const lines = facts.map(({ seen, id, title }) => `  '${id}': { seen: '${seen}', title: ${JSON.stringify(title)} },`)
  const says =
    '/** Every fact: from where it is seen unless it says otherwise, and its title in the words of a reader. */'
  return `${HEAD}${says}\nexport const FACT_TITLES = {\n${lines.join('\n')}\n} as const\n`
}

const json = (value: unknown): string => JSON.stringify(value, null, 2) + '\n'

/** What is made: path from the root, and its text before formatting. */
export async function madeFromFacts(): Promise<Record<string, string>> {
  const facts = await declaredFacts()
  const document = JSON.parse(readFileSync(join(ROOT, 'schema/diagnosis.schema.json'), 'utf8')) as { $defs: object }
  return {
    'src/core/facts/registry.ts': registry(facts),
    'src/core/facts/titles.ts': titles(facts),
    'schema/case.schema.json': json(caseSchema(facts)),
    'schema/diagnosis.schema.json': json({ ...document, $defs: { ...document.$defs, fact: documentFact(facts) } }),
  }
}

if (import.meta.main)
  for (const [path, text] of Object.entries(await madeFromFacts())) writeFileSync(join(ROOT, path), text)
