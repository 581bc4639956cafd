// What the package publishes about its JSON: strict, closed, and each field explained.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'

interface Schema {
  $ref?: string
  description?: string
  type?: string | string[]
  const?: unknown
  properties?: Record<string, Schema | true>
  additionalProperties?: boolean | Schema
  items?: Schema
  $defs?: Record<string, Schema>
}

const folder = join(import.meta.dirname, '../../schema')
const { exports } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as {
  exports: Record<string, string>
}

for (const file of readdirSync(folder)) {
  const root = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Schema
  const defs = root.$defs ?? {}
  const referred = ({ $ref }: Schema) => ($ref === undefined ? undefined : defs[$ref.replace('#/$defs/', '')])

  /** Every schema of an object or a field in it, with where it stands. */
  function each(schema: Schema | true | undefined, path: string, see: (one: Schema, path: string) => void): void {
    if (schema === undefined || schema === true) return
    see(schema, path)
    for (const [key, one] of Object.entries(schema.properties ?? {})) each(one, `${path}.${key}`, see)
    each(schema.items, `${path}[]`, see)
    if (typeof schema.additionalProperties === 'object') each(schema.additionalProperties, `${path}.*`, see)
  }
  const all = (see: (one: Schema, path: string) => void) => {
    each(root, '', see)
    for (const [name, one] of Object.entries(defs)) each(one, `#${name}`, see)
  }

  test(`${file} is strict, and published`, () => {
    new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(root)
    assert.ok(Object.values(exports).includes(`./schema/${file}`))
  })

  test(`${file} says of every field what it is`, () => {
    const mute: string[] = []
    all((schema, path) => {
      for (const [key, one] of Object.entries(schema.properties ?? {}))
        if (one !== true && !one.description && !referred(one)?.description) mute.push(`${path}.${key}`)
    })
    assert.deepEqual(mute, [])
  })

  test(`${file} leaves no object open`, () => {
    const open: string[] = []
    all((schema, path) => {
      const closed = schema.additionalProperties !== undefined || referred(schema)?.additionalProperties === false
      if (schema.properties && !closed) open.push(path)
    })
    assert.deepEqual(open, [])
  })
}
