import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { camelCase } from '../../lab/camel-case.ts'
import { STAGES } from '../core/types.ts'
import type { Sign } from '../core/types.ts'
import { forEach, must } from '../../test/do-this.ts'
import { FAULTS } from './faults.ts'
import { SIGNS } from './signs.ts'

const everySign = (name: string, check: (sign: Sign) => void) => test(name, () => forEach(SIGNS, check))

describe('a sign', () => {
  everySign('has its own id and a place on the road', (sign) => {
    must(
      SIGNS.filter(({ id }) => id === sign.id).length === 1,
      `the sign ${sign.id} is there twice`,
      `give one of the two another \`id\` in src/knowledge/signs/.`,
    )
    must(
      STAGES.includes(sign.stage),
      `the sign ${sign.id} has no place on the road`,
      `make its \`stage\` one of ${STAGES.join(', ')}.`,
    )
  })

  everySign('has at least two values, one of which a healthy machine shows', ({ id, values, passes }) =>
    must(
      values.length >= 2 && new Set(values).size === values.length && values.includes(passes),
      `the sign ${id} reads ${values.join(', ')}, and a healthy machine shows ${passes}`,
      `list two or more different \`values\`, \`passes\` among them.`,
    ),
  )

  everySign('shuts a verdict by values of its own that no healthy machine shows', ({ id, values, passes, shuts }) => {
    if (typeof shuts === 'boolean') return
    must(
      shuts.length > 0 && shuts.every((value) => values.includes(value) && value !== passes),
      `the sign ${id} shuts a verdict by ${shuts.join(', ') || 'no value'}`,
      `list in its \`shuts\` those of ${values.filter((value) => value !== passes).join(', ')} that keep the user out; true means all of them, false not one.`,
    )
  })

  everySign('says a clause for each value and for no other', ({ id, values, says }) => {
    const [said, wanted] = [Object.keys(says).toSorted().join(', '), [...values].toSorted().join(', ')]
    must(said === wanted, `the sign ${id} has words for ${said}`, `give its \`says\` a clause for each of ${wanted}.`)
    for (const [value, clause] of Object.entries(says))
      must(
        /^\S.{8,118}[^\s.]$/.test(clause),
        `the sign ${id} says "${clause}" for ${value}`,
        `write a clause of 10 to 120 characters without a full stop, that stands behind "because".`,
      )
  })

  everySign('is unread where there are no facts, or none that could be had', (sign) => {
    const none = Object.fromEntries(
      sign.from.map((id) => [
        id,
        { at: '', seen: 'network', via: '', missing: { why: 'absent', says: 'not to be had' } },
      ]),
    )
    for (const facts of [{}, none])
      must(
        sign.read(facts) === undefined,
        `the sign ${sign.id} reads ${[sign.read(facts)].flat().join(', ')} although nothing is known`,
        `return undefined from its \`read\` where the facts are mute: unknown is not "no".`,
      )
  })

  test('is read in a test of its own folder', () => {
    const folder = new URL('signs/', import.meta.url).pathname
    const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(folder + file, 'utf8'))
      .join('\n')
    forEach(SIGNS, ({ id }) =>
      must(
        new RegExp(`readings\\(${camelCase(id)}\\b|['"]${id}['"]|\\b${id}: `).test(tests),
        `no test reads the sign ${id}`,
        `write a table of readings beside it: readings(${camelCase(id)}, [[what is seen, the facts, what it reads], …]).`,
      ),
    )
  })

  test('bears on at least one fault', () => {
    const used = new Set(FAULTS.flatMap(({ likelihood }) => Object.keys(likelihood)))
    forEach(SIGNS, ({ id }) =>
      must(
        used.has(id),
        `the sign ${id} bears on no fault`,
        `add the row '${id}' to the \`likelihood\` of each fault that shows it otherwise than a healthy machine.`,
      ),
    )
  })
})
