import { interrupted, missing, seen, spent, target } from '../src/core/facts/case-file.ts'
import { SHARED, text } from '../src/core/facts/shape.ts'
import type { TSchema } from '../src/core/facts/shape.ts'
import type { DeclaredFact } from './declared-fact.ts'
import { CASE_SCHEMA } from '../src/core/types.ts'

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null
type JsonObject = { [key: string]: Json }

/** The JSON Schema of a saved case, from the facts as they are declared; shared shapes stand once, under `$defs`. */
export function caseSchema(declared: readonly DeclaredFact[]): JsonObject {
  const defs: JsonObject = {}
  const inDefs = (shape: unknown): Json => withRefs(JSON.parse(JSON.stringify(shape)) as Json, defs)
  const ref = (shape: TSchema, description?: string): Json => {
    const made = inDefs(shape) as JsonObject
    return description === undefined ? made : { ...made, description }
  }
  const fields: JsonObject = {
    schema: {
      const: CASE_SCHEMA,
      description: 'Version of this document; a change that breaks readers raises it. Schema 1 is still read.',
    },
    kind: { const: 'sshmedic-case', description: 'What document this is.' },
    version: inDefs(text('The release of sshmedic that wrote this.')),
    openedAt: inDefs(text('ISO 8601.')),
    target: ref(target),
    facts: { $ref: '#/$defs/facts', description: 'The dictionary of evidence: one key a question.' },
    spent: ref(spent),
    interrupted: inDefs(interrupted),
  }
  const facts = Object.fromEntries(
    declared.map(({ id, title, shape }) => [
      id,
      { $ref: '#/$defs/fact', type: 'object', properties: { value: inDefs(shape) }, description: `${title}.` },
    ]),
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:sshmedic:case:${CASE_SCHEMA}`,
    title: 'sshmedic case',
    description:
      'What `--save` writes and `--from` reads: raw evidence, nothing concluded. Times within a fact are seconds.',
    type: 'object',
    properties: fields,
    required: Object.keys(fields).filter((key) => key !== 'interrupted'),
    additionalProperties: false,
    $defs: {
      facts: { type: 'object', properties: facts, additionalProperties: false },
      fact: envelope(inDefs),
      ...defs,
    },
  }
}

/** One fact in the list of a diagnosis. */
export function documentFact(declared: readonly DeclaredFact[]): JsonObject {
  const plain = (shape: unknown) => JSON.parse(JSON.stringify(shape)) as Json
  return {
    type: 'object',
    description: 'case.schema.json says what its value looks like; one that could not be had says why.',
    properties: {
      id: { enum: declared.map(({ id }) => id), description: 'Which question.' },
      at: plain(text('When, ISO 8601.')),
      seen: plain(seen),
      via: plain(text('Through what it was asked, for people: network, this machine, or a way in.')),
      value: { type: 'object', description: 'The answer, in the shape case.schema.json gives it.' },
      missing: plain(text('Why there is none, in words.')),
      why: plain(missing.properties.why),
    },
    required: ['id', 'at', 'via'],
    oneOf: [
      { properties: { value: true }, required: ['value'] },
      { properties: { missing: true, why: true }, required: ['missing'] },
    ],
    additionalProperties: false,
  }
}

function envelope(inDefs: (shape: unknown) => Json): JsonObject {
  return {
    type: 'object',
    description: 'A fact that could not be had is still a fact: it says why.',
    properties: {
      at: inDefs(text('When, ISO 8601.')),
      seen: inDefs(seen),
      via: inDefs(text('Through what it was asked, for people: network, this machine, or a way in.')),
      value: { type: 'object', description: 'The answer.' },
      missing: inDefs(missing),
    },
    required: ['at', 'seen', 'via'],
    oneOf: [
      { properties: { value: true }, required: ['value'] },
      { properties: { missing: true }, required: ['missing'] },
    ],
    additionalProperties: false,
  }
}

/** Shared shapes go to `defs`; what stands in their place is a reference with the description of the place. */
function withRefs(shape: Json, defs: JsonObject): Json {
  if (Array.isArray(shape)) return shape.map((one) => withRefs(one, defs))
  if (typeof shape !== 'object' || shape === null) return shape
  const { [SHARED]: name, ...rest } = shape
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withRefs(value, defs)]))
  if (typeof name !== 'string') return inner
  const { description, ...bare } = inner
  defs[name] ??= bare
  return { $ref: `#/$defs/${name}`, ...(description === undefined ? {} : { description }) }
}
