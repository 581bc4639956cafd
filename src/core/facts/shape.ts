/**
 * The few forms that a fact's value is made of. Each says in words what it holds; the TypeScript type follows from the shape
 * (`Static`), and so does the published JSON Schema (`npm run facts`).
 */
import { Type } from 'typebox'
import type { Static, TSchema } from 'typebox'

export type { Static, TSchema }

const said = (description: string): { description?: string } => (description === '' ? {} : { description })

/** Words or a name. Text of strangers is in visible form (core/visible.ts). */
export const text = (description = '') => Type.String(said(description))
/** How many: a whole number, 0 or more. */
export const count = (description = '') => Type.Integer({ minimum: 0, ...said(description) })
export const integer = (description: string, range: { minimum?: number; maximum?: number } = {}) =>
  Type.Integer({ ...range, description })
export const number = (description: string, range: { minimum?: number; maximum?: number } = {}) =>
  Type.Number({ ...range, description })
/** A duration or an amount, 0 or more. */
export const amount = (description = '') => Type.Number({ minimum: 0, ...said(description) })
export const flag = (description: string) => Type.Boolean({ description })
/** One word of a closed set. */
export const oneOf = <const Values extends readonly (string | number)[]>(values: Values, description = '') =>
  Type.Unsafe<Values[number]>({ enum: [...values], ...said(description) })
export const list = <Of extends TSchema>(of: Of, description = '') => Type.Array(of, said(description))
/** Keys that only the fact knows, each with the same kind of value. */
export const byKey = <Of extends TSchema>(of: Of, description = '') =>
  Type.Unsafe<Record<string, Static<Of>>>({ type: 'object', additionalProperties: of, ...said(description) })
export const object = <Keys extends Record<string, TSchema>>(keys: Keys, description = '') =>
  Type.Object(keys, { additionalProperties: false, ...said(description) })
/** May be absent: undefined is "not known", never "no". */
export const optional = <Of extends TSchema>(of: Of) => Type.Optional(of)
/** `null` is an answer of its own there. */
export const integerOrNull = (description: string) =>
  Type.Unsafe<number | null>({ type: ['integer', 'null'], description })
/** Text of one form. */
export const textLike = (pattern: RegExp, description: string) =>
  Type.String({ pattern: pattern.source.replaceAll('\\/', '/'), description })
/** The same shape where it stands for something in particular. */
export const as = <Of extends TSchema>(of: Of, description: string): Of => ({ ...of, description })
/** A shape used in several places: the schema has it once, by this name. */
export const shared = <Of extends TSchema>(name: string, of: Of): Of => ({ ...of, [SHARED]: name })
/** The keyword under which a shared shape's name travels until the schema is written. */
export const SHARED = 'x-shared'
/** For a shape whose type can be said more exactly than it follows. */
export const asType = <Type_>(shape: TSchema) => Type.Unsafe<Type_>(shape)
