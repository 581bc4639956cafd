/** Values of a published schema, for facts that have nothing to be real-looking about: the schema is their whole shape. */

import fc from 'fast-check'

interface Schema {
  type?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minimum?: number
  maximum?: number
}

/** As much of JSON Schema as the facts of the case use; what else it meets is an error, not a guess. */
export function fromSchema(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  switch (schema.type) {
    case 'boolean':
      return fc.boolean()
    case 'string':
      return fc.oneof(
        fc.constantFrom('x', '/home/alice', '10.0.0.1', '5:100:5', 'no', 'yes'),
        fc.string({ maxLength: 12 }),
      )
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -9, max: schema.maximum ?? 70_000 })
    case 'number':
      return fc.double({ min: schema.minimum ?? -9, max: schema.maximum ?? 1e6, noNaN: true })
    case 'array':
      return fc.array(fromSchema(schema.items ?? { type: 'string' }), { maxLength: 3 })
    case 'object': {
      const { properties, required = [] } = schema
      const rest = (schema as { additionalProperties?: Schema | boolean }).additionalProperties
      if (!properties) {
        return fc.dictionary(
          fc.constantFrom('maxstartups', 'usepam', 'usedns', 'maxsessions'),
          fromSchema(rest as Schema),
          {
            maxKeys: 3,
          },
        )
      }
      const parts = Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, fromSchema(one)]))
      return fc.record(parts, { requiredKeys: required.filter((key) => key in parts) })
    }
    default:
      throw new Error(`the facts' schema uses something from-schema.ts does not know: ${JSON.stringify(schema)}`)
  }
}
