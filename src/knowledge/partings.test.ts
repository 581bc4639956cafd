import { test } from 'node:test'
import { outsideFaults } from '../../lab/from-outside.ts'
import { forEach, must } from '../../test/do-this.ts'
import { FAULT_BY_ID } from './faults.ts'
import { PARTINGS } from './partings.ts'

const FILE = 'src/knowledge/partings.ts'

const parts = (a: string, b: string): boolean =>
  PARTINGS.some(({ between }) => between.includes(a) && between.includes(b))

test('a parting names faults of the book, at least two, each once', () =>
  forEach(PARTINGS, ({ between, says }) => {
    must(
      between.length >= 2 && new Set(between).size === between.length,
      `the parting "${says}" stands between ${between.join(', ')}`,
      `name two or more faults in its \`between\` in ${FILE}, each once.`,
    )
    for (const id of between)
      must(
        FAULT_BY_ID.has(id),
        `the parting "${says}" names ${id}, which is no fault`,
        `correct the id in its \`between\` in ${FILE}.`,
      )
  }))

test('a parting is a clause that stands behind "To be surer:", with its reason', () =>
  forEach(PARTINGS, ({ says }) =>
    must(
      /^[a-z][^.!?]{30,}[^.!?\s]$/.test(says),
      `the parting "${says}" is no clause`,
      `in ${FILE} say in one clause, without a capital and a full stop, what to do and what the answer means.`,
    ),
  ))

test('any two faults that look the same from outside have a test that tells them apart', () =>
  forEach(outsideFaults, ({ id, alsoRight }) => {
    for (const other of Object.keys(alsoRight ?? {}))
      must(
        parts(id, other),
        `lab/faults/${id}.ts says that ${id} and ${other} look the same from outside, and nothing tells them apart`,
        `add a parting with both ids to ${FILE}, or put them into the \`between\` of one whose words fit.`,
      )
  }))
