import { readFileSync } from 'node:fs'

/** What our published schemas use of JSON Schema (2020-12); a test holds our reading of it against a validator's. */
export interface Shape {
  $ref?: string
  type?: string | readonly string[]
  properties?: Readonly<Record<string, Shape | true>>
  required?: readonly string[]
  additionalProperties?: boolean | Shape
  items?: Shape
  enum?: readonly unknown[]
  const?: unknown
  minimum?: number
  maximum?: number
  oneOf?: readonly Shape[]
  $defs?: Readonly<Record<string, Shape>>
}

const REF = '#/$defs/'

/** Where a value is not what a schema says, and what is wrong there. */
export interface Misfit {
  where: string
  why: string
}

/** What `--save` writes, as the package publishes it. A fact that only a newer release knows must at least be one. */
export function caseSchema(): Shape {
  const url = new URL('../../schema/case.schema.json', import.meta.url)
  const schema = JSON.parse(readFileSync(url, 'utf8')) as Shape & { $defs: { facts: Shape } }
  const facts: Shape = { ...schema.$defs.facts, additionalProperties: { $ref: `${REF}fact` } }
  return { ...schema, $defs: { ...schema.$defs, facts } }
}

/**
 * The first place where a value does not have the schema's shape. Keys a newer release may have added are let
 * through, as the schema promises that there may be some; whatever is known must be as it says.
 */
export function misfit(value: unknown, schema: Shape): Misfit | undefined {
  return at(value, schema, '', schema.$defs ?? {})
}

/** `__proto__` and its like are nobody's keys of ours. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

function at(value: unknown, shape: Shape | true, where: string, defs: NonNullable<Shape['$defs']>): Misfit | undefined {
  if (shape === true) return undefined
  if (shape.$ref !== undefined) {
    const referred = at(value, defs[shape.$ref.slice(REF.length)]!, where, defs)
    if (referred) return referred
  }
  const types = typeof shape.type === 'string' ? [shape.type] : shape.type
  if (types && !types.some((type) => isOf(value, type)))
    return { where, why: `is not of the type ${types.join(' or ')}` }
  if (shape.const !== undefined && value !== shape.const) return { where, why: `is not ${JSON.stringify(shape.const)}` }
  if (shape.enum && !shape.enum.includes(value)) return { where, why: 'is none of the values it may have' }
  if (typeof value === 'number') {
    if (value < (shape.minimum ?? -Infinity) || value > (shape.maximum ?? Infinity))
      return { where, why: 'is out of range' }
  }
  if (shape.oneOf && shape.oneOf.filter((one) => !at(value, one, where, defs)).length !== 1) {
    return { where, why: `must have one of ${shape.oneOf.flatMap((one) => one.required ?? []).join(' and ')}` }
  }
  if (Array.isArray(value))
    return shape.items && first(value.map((item, i) => at(item, shape.items!, `${where}.${i}`, defs)))
  return isOf(value, 'object') ? inObject(value as Record<string, unknown>, shape, where, defs) : undefined
}

function inObject(
  value: Record<string, unknown>,
  shape: Shape,
  where: string,
  defs: NonNullable<Shape['$defs']>,
): Misfit | undefined {
  const missing = shape.required?.find((key) => !Object.hasOwn(value, key))
  if (missing !== undefined) return { where, why: `lacks "${missing}"` }
  const others = typeof shape.additionalProperties === 'object' ? shape.additionalProperties : undefined
  return first(
    Object.entries(value).map(([key, one]) => {
      const inside = where === '' ? key : `${where}.${key}`
      if (UNSAFE_KEYS.has(key)) return { where: inside, why: 'is no key of a case' }
      const known = shape.properties && Object.hasOwn(shape.properties, key) ? shape.properties[key] : others
      return known && at(one, known, inside, defs)
    }),
  )
}

const first = (found: readonly (Misfit | undefined)[]): Misfit | undefined => found.find((one) => one !== undefined)

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'array':
      return Array.isArray(value)
    case 'integer':
      return Number.isSafeInteger(value)
    case 'null':
      return value === null
    default:
      return typeof value === type
  }
}
