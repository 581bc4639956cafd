import { resolve } from 'node:path'
import { anonymous } from '../../test/cases/anonymous.ts'
import { readCase } from '../../src/cli/case-file.ts'
import { STAGES } from '../../src/core/types.ts'
import { diagnose } from '../../src/diagnose/diagnose.ts'
import { camelCase } from '../camel-case.ts'
import { CannotMake, idOf } from './unit.ts'
import type { NewFile } from './unit.ts'

const disease = (stage: string, id: string): string => `import type { Fault } from '../../../core/types.ts'

export default {
  id: '${id}',
  stage: '${stage}',
  title: '',
  prior: 0,
  why: '',
  likelihood: {},
  sources: [],
} satisfies Fault
`

const machine = (
  id: string,
): string => `// WRITE: in two or three lines who does what in the world, so that this breaks, and what the user then meets.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

export const ${camelCase(id)} = {
  id: '${id}',
  releases: DEFAULT_RELEASES,
  variants: [],
  verdict: 'unreachable',
  // WRITE: the way by which somebody still gets in (lab/types.ts, WayIn), or { not: 'why nobody on the server sees it' }.
  fromWithin: { way: 'login' },
  async break({ machine, client }, variant) {
    // WRITE: the commands that break the machine as \`variant\` says (lab/breaking has ways to do it), and what a user types after ssh.
    await machine.must(\`echo 'nothing breaks \${variant} yet' >&2; exit 1\`)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
`

const goldenOnly = (id: string): string => `import type { GoldenFault } from '../types.ts'

export const ${camelCase(id)} = {
  id: '${id}',
  notBroken: '',
} satisfies GoldenFault
`

const expectation = (id: string, verdict: string): string => `import type { Expected } from './expected.ts'

export default {
  verdict: '${verdict}',
  first: '${id}',
} satisfies Expected
`

/**
 * A disease, and the machine that has it, or the saved case that stands for it: \`auth/clock-wrong\`.
 * @param from a saved case (sshmedic --save FILE) of a machine that has it and that nobody can build here
 */
export async function newFault(name: string, from?: string): Promise<NewFile[]> {
  const [stage = '', word = '', ...rest] = name.split('/')
  if (!STAGES.includes(stage as never) || rest.length > 0)
    throw new CannotMake(
      `'${name}' names no stage. Write STAGE/ID, where the user meets it first: ${STAGES.join(', ')}; for example auth/clock-wrong.`,
    )
  const id = idOf(word)
  const unit = { path: `src/knowledge/faults/${stage}/${id}.ts`, text: disease(stage, id) }
  if (from === undefined) return [unit, { path: `lab/faults/${id}.ts`, text: machine(id) }]
  const seen = anonymous(await readCase(resolve(from)))
  return [
    unit,
    { path: `lab/faults/${id}.ts`, text: goldenOnly(id) },
    { path: `test/cases/${id}.json`, text: JSON.stringify(seen) },
    { path: `test/cases/${id}.md`, text: 'WRITE: what happened on that machine, and what is seen of it.\n' },
    { path: `test/cases/${id}.expected.ts`, text: expectation(id, diagnose(seen.facts, seen.target).verdict) },
  ]
}
