import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { newFault } from './new/fault.ts'
import { newProbe } from './new/probe.ts'
import { newRemedy } from './new/remedy.ts'
import { newSign } from './new/sign.ts'
import { CannotMake } from './new/unit.ts'
import type { NewFile } from './new/unit.ts'

/**
 * `npm run new KIND ID`: writes a unit with its test and whatever else it needs, and makes the registries anew. What it writes compiles
 * and is formatted; what is left to write the tests say, each with "do this: …".
 */

const ROOT = resolve(import.meta.dirname, '..')

const KINDS: Readonly<Record<string, (id: string, from?: string) => NewFile[] | Promise<NewFile[]>>> = {
  fault: newFault,
  sign: newSign,
  probe: newProbe,
  remedy: newRemedy,
}

const USAGE = `usage: npm run new fault STAGE/ID            a disease, and how a real machine gets it
       npm run new fault STAGE/ID -- --from CASE.JSON   the same, with a saved case for a machine nobody can build
       npm run new sign [inside/]ID          a reading of facts
       npm run new probe client|outside|inside/ID   a question, and the fact it brings
       npm run new remedy ID                 a treatment, and its steps`

function run(command: string, ...args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new CannotMake(`${command} ${args.join(' ')} failed; the new files are there all the same.`)
}

async function make(kind: string, id: string, from?: string): Promise<void> {
  const files = await KINDS[kind]!(id, from)
  const there = files.filter(({ path }) => existsSync(join(ROOT, path)))
  if (there.length > 0)
    throw new CannotMake(`${there.map(({ path }) => path).join(', ')} is there already. Nothing was written.`)
  for (const { path, text } of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
    console.log(`wrote ${path}`)
  }
  run('oxfmt', ...files.map(({ path }) => path))
  // Each in a process of its own: what was imported here before the new files came is not imported again.
  if (kind === 'probe') run('npm', 'run', '--silent', 'facts')
  run(process.execPath, 'lab/registries.ts')
  console.log(`\nWhat is left to write, sentence by sentence:\n  npm run todo`)
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { from: { type: 'string' } } })
const [kind, id, ...more] = positionals
if (kind === undefined || id === undefined || more.length > 0 || !Object.hasOwn(KINDS, kind)) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  try {
    await make(kind, id, values.from)
  } catch (error) {
    if (!(error instanceof Error && (error instanceof CannotMake || error.name === 'CaseFileError'))) throw error
    console.error(`new: ${error.message}`)
    process.exitCode = 1
  }
}
