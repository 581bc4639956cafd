import type { TLocalizedValidationError } from 'typebox/error'
import { Check, Errors } from 'typebox/schema'
import caseSchema from '../../schema/case.schema.json' with { type: 'json' }

/** Where a value is not what the schema says, and what is wrong there. */
export interface Misfit {
  where: string
  why: string
}

/** `__proto__` and its like are nobody's keys of ours. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The first place where a value is not a saved case as the package publishes it (schema/case.schema.json). Keys a newer
 * release may have added are let through, as the schema promises that there may be some; a fact nobody knows here must at
 * least be one.
 */
export function misfit(value: unknown): Misfit | undefined {
  const unsafe = unsafeKey(value)
  if (unsafe !== undefined) return { where: unsafe, why: 'is not a key of a case' }
  // Walking the schema once takes a twentieth of what compiling it would.
  const schema = lenientSchema()
  if (Check(schema, value)) return undefined
  const [, errors] = Errors(schema, value)
  // Of alternatives that none fits, the first one's reason says more than that none did.
  const error = errors.find((one) => one.keyword !== 'oneOf' && one.keyword !== 'anyOf') ?? errors[0]
  return { where: (error?.instancePath ?? '').slice(1).replaceAll('/', '.'), why: error ? reasonOf(error) : 'is wrong' }
}

/** The library's own sentence, but where it is none of English's. */
function reasonOf({ keyword, params, message }: TLocalizedValidationError): string {
  return keyword === 'required' ? `must have required property '${params.requiredProperties[0]}'` : message
}

function lenientSchema(): object {
  const open = (_: string, one: unknown) => {
    if (typeof one !== 'object' || one === null || !('additionalProperties' in one)) return one
    return one.additionalProperties === false ? { ...one, additionalProperties: true } : one
  }
  const schema = JSON.parse(JSON.stringify(caseSchema), open) as { $defs: { facts: object } }
  return {
    ...schema,
    $defs: { ...schema.$defs, facts: { ...schema.$defs.facts, additionalProperties: { $ref: '#/$defs/fact' } } },
  }
}

/** Looks everywhere without recursion: a stranger's file may be nested deeper than the stack. */
function unsafeKey(value: unknown): string | undefined {
  const left: [unknown, string][] = [[value, '']]
  for (let next = left.pop(); next; next = left.pop()) {
    const [one, where] = next
    if (typeof one !== 'object' || one === null) continue
    for (const [key, inside] of Object.entries(one)) {
      const path = where === '' ? key : `${where}.${key}`
      if (!Array.isArray(one) && UNSAFE_KEYS.has(key)) return path
      left.push([inside, path.slice(0, 200)])
    }
  }
  return undefined
}
