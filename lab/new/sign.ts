import { camelCase } from '../camel-case.ts'
import { CannotMake, idOf } from './unit.ts'
import type { NewFile } from './unit.ts'

const sign = (id: string, room: string): string => {
  const core = room === '' ? '../../core' : '../../../core'
  // What is seen from within stands beside the road; a newcomer's sign from outside may stand on it.
  return `import type { Sign } from '${core}/types.ts'

export const ${camelCase(id)} = {
  id: '${id}',
  // WRITE: the step of the road it is read at (client, name, path, port, banner, host, kex, auth, session).
  stage: 'auth',
  beside: true,
  // WRITE: how often a machine shows \`passes\` that is well, or has another fault.
  usual: { fine: 0.99 },
  passes: 'fine',
  // WRITE: whether it keeps the user out: true where every value but \`passes\` does, false where not one does, or the list of those that do.
  shuts: false,
  // WRITE: its values, what a healthy machine shows (\`passes\`) first.
  values: ['fine', 'wrong'],
  // WRITE: the facts it reads (src/core/facts).
  from: [],
  read() {
    // WRITE: how it reads them: known(facts, 'FACT') of src/core/probe.ts has a fact's value; undefined means not known, and moves no probability.
    return undefined
  },
  says: { fine: '', wrong: '' },
} satisfies Sign
`
}

const signTest = (id: string, room: string): string => {
  const up = room === '' ? '../../..' : '../../../..'
  return `import { sheet } from '${up}/test/cases/facts.ts'
import { readings } from '${up}/test/cases/readings.ts'
import { ${camelCase(id)} } from './${id}.ts'

readings(${camelCase(id)}, [
  ['nothing asked', {}, '-'],
  // WRITE: one row for each value and each doubtful case: what is seen, the facts, what the sign reads; then check that a wrong \`read\` fails it.
  ['nothing known', sheet({}), '-'],
])
`
}

/** A reading of facts: \`inside/clock\` for one that somebody on the server has, \`clock\` for any other. */
export function newSign(name: string): NewFile[] {
  const room = name.startsWith('inside/') ? 'inside/' : ''
  const word = name.slice(room.length)
  if (word.includes('/'))
    throw new CannotMake(`'${name}' is no sign: write ID, or inside/ID for what is seen on the server.`)
  const id = idOf(word)
  return [
    { path: `src/knowledge/signs/${room}${id}.ts`, text: sign(id, room) },
    { path: `src/knowledge/signs/${room}${id}.test.ts`, text: signTest(id, room) },
  ]
}
