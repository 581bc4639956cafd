import { camelCase } from '../camel-case.ts'
import { CannotMake, idOf } from './unit.ts'
import type { NewFile } from './unit.ts'

/** Where a probe stands, and from where its fact is seen. */
const ROOMS = { client: 'client', outside: 'network', inside: 'inside' } as const
type Room = keyof typeof ROOMS

const fact = (): string => `import { fact } from '../fact.ts'
import { object, oneOf } from '../shape.ts'

export default fact({
  // WRITE: the step of the road it is about.
  stage: 'auth',
  // WRITE: what a reader calls it.
  title: 'TITLE',
  // WRITE: what its value is made of (shape.ts has the forms), each with a description: types and JSON Schema follow.
  shape: object({ state: oneOf(['fine', 'wrong'], 'How it is.') }, 'TITLE.'),
})
`

const head = (id: string, needs: string, seconds: number, connections: number, signs = ''): string => `  id: '${id}',
  needs: '${needs}',
  // WRITE: its question in the user's words.
  asks: 'what is wrong?',
  // WRITE: what it costs: the user's time, connections the target sees, the burden on a sick server (0 nothing, 1 a login).
  cost: { seconds: ${seconds}, connections: ${connections}, load: ${connections === 0 ? '0.01' : '0.1'} },
${signs}  applies: () => true,
`

const inside = (id: string): string => `import type { Probe } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

// WRITE: one constant POSIX script; what varies comes in as $1, $2.
const SCRIPT = 'echo fine'

/** WRITE: what it makes of the script's output. */
export function read${camelCase(`-${id}`)}(text: string): Facts['${id}'] {
  return { state: text.trim() === 'fine' ? 'fine' : 'wrong' }
}

export default {
${head(id, 'shell', 0.2, 0)}  async run(context): Promise<Facts['${id}']> {
    return read${camelCase(`-${id}`)}(await wholeAnswer(context, SCRIPT, []))
  },
} satisfies Probe<'${id}'>
`

const insideTest = (id: string): string => `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read${camelCase(`-${id}`)} } from './${id}.ts'

// WRITE: a test for each form the script's output takes, with output of real machines; a property test (fast-check) that it never throws.
test('${id} reads what the script prints', () => assert.deepEqual(read${camelCase(`-${id}`)}('fine\\n'), { state: 'fine' }))
`

const DECIDES = `  // WRITE: the signs it can decide (npm run new sign ID): the next-best test weighs it by them.
  decides: [],
`

const elsewhere = (id: string, room: Room): string => `import { Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'

export default {
${head(id, room === 'client' ? 'nothing' : 'network', room === 'client' ? 0.05 : 1, room === 'client' ? 0 : 1, DECIDES)}  run() {
    // WRITE: the question. What the world does is its answer; a fact that cannot be had is an \`Unanswered\` with its reason.
    return Promise.reject(new Unanswered('not-asked', 'nobody has written the question yet'))
  },
} satisfies Probe<'${id}'>
`

const elsewhereTest = (id: string): string => `import assert from 'node:assert/strict'
import { test } from 'node:test'
import probe from './${id}.ts'

// WRITE: tests of \`run\` against something real (a listener on loopback, files in a folder of the test's own).
test('${id} asks a question', () => assert.match(probe.asks, /\\?$/))
`

/** A question to the world, and the declaration of its fact: \`inside/clock\`, \`outside/clock\`, \`client/clock\`. */
export function newProbe(name: string): NewFile[] {
  const [room = '', word = '', ...rest] = name.split('/')
  if (!Object.hasOwn(ROOMS, room) || rest.length > 0)
    throw new CannotMake(`'${name}' says not where the question is asked: write client/ID, outside/ID or inside/ID.`)
  const [id, from] = [idOf(word), ROOMS[room as Room]]
  const isInside = room === 'inside'
  return [
    { path: `src/core/facts/${from}/${id}.ts`, text: fact() },
    { path: `src/probes/${room}/${id}.ts`, text: isInside ? inside(id) : elsewhere(id, room as Room) },
    { path: `src/probes/${room}/${id}.test.ts`, text: isInside ? insideTest(id) : elsewhereTest(id) },
  ]
}
