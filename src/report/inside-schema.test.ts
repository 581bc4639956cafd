// The facts from within have many keys and no test of their own for each: the schema is held against the very text of core.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const source = read('../core/inside-facts.ts').replaceAll(/\/\*\*[^]*?\*\//g, '')
const schema = (
  JSON.parse(read('../../schema/case.schema.json')) as { $defs: { facts: { properties: Record<string, Schema> } } }
).$defs.facts.properties

interface Schema {
  type?: string
  enum?: string[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | false
}

/** A type as JSON: a word, the values of a union, a list, or an object's keys (`?` behind those that may be absent). */
type Shape = string | string[] | { list: Shape } | { keys: Record<string, Shape> } | { each: Shape }

/** Reads the few forms of types that inside-facts.ts is written in. */
class Reader {
  readonly #tokens: string[]

  constructor(text: string) {
    this.#tokens = text.match(/'[^']*'|[A-Za-z_]\w*|[{}[\]<>|:?;,]/g) ?? []
  }

  #next = (): string => this.#tokens.shift() ?? assert.fail('the text ends too early')
  #is = (token: string): boolean => this.#tokens[0] === token
  #eat = (token: string): void => assert.equal(this.#next(), token)

  type(): Shape {
    let shape = this.#single()
    while (this.#is('|')) {
      this.#eat('|')
      shape = [shape, this.#single()].flat() as string[]
    }
    return shape
  }

  #single(): Shape {
    const token = this.#next()
    let shape: Shape = token.startsWith("'") ? [token.slice(1, -1)] : token
    if (token === '{') shape = this.#keys()
    if (token === 'Record') {
      for (const word of ['<', 'string', ',']) this.#eat(word)
      shape = { each: this.type() }
      this.#eat('>')
    }
    if (token === 'Listener') shape = LISTENER
    while (this.#is('[')) {
      this.#eat('[')
      this.#eat(']')
      shape = { list: shape }
    }
    return shape
  }

  #keys(): Shape {
    const keys: Record<string, Shape> = {}
    while (!this.#is('}')) {
      const name = this.#next().replaceAll("'", '')
      const optional = this.#is('?')
      if (optional) this.#eat('?')
      this.#eat(':')
      keys[optional ? `${name}?` : name] = this.type()
      if (this.#is(';')) this.#eat(';')
    }
    this.#eat('}')
    return { keys }
  }
}

const interfaceOf = (name: string): Shape =>
  new Reader(/\{[^]*?^\}/m.exec(source.slice(source.indexOf(`interface ${name} `)))?.[0] ?? '').type()
const LISTENER = interfaceOf('Listener')

/** The same of a schema. */
function shapeOf({ type, enum: values, items, properties, required = [], additionalProperties }: Schema): Shape {
  if (values) return values
  if (type === 'array') return { list: shapeOf(items!) }
  if (type === 'integer') return 'number'
  if (type !== 'object') return type!
  if (additionalProperties) return { each: shapeOf(additionalProperties) }
  assert.equal(additionalProperties, false)
  const keys = Object.entries(properties ?? {}).map(
    ([name, value]) => [required.includes(name) ? name : `${name}?`, shapeOf(value)] as const,
  )
  return { keys: Object.fromEntries(keys) }
}

/** Neither the order of keys nor that of values means anything. */
function sorted(shape: Shape): Shape {
  if (typeof shape === 'string') return shape
  if (Array.isArray(shape)) return shape.toSorted()
  if ('list' in shape) return { list: sorted(shape.list) }
  if ('each' in shape) return { each: sorted(shape.each) }
  const entries = Object.entries(shape.keys).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { keys: Object.fromEntries(entries.map(([key, value]) => [key, sorted(value)])) }
}

test('the schema has every key of the facts from within, and no other', () => {
  const facts = interfaceOf('InsideFacts')
  assert.ok(typeof facts === 'object' && 'keys' in facts)
  assert.ok(Object.keys(facts.keys).length >= 25)
  for (const [id, shape] of Object.entries(facts.keys)) {
    const value = schema[id]?.properties?.['value']
    assert.ok(value, `schema/case.schema.json has no ${id}`)
    assert.deepEqual(sorted(shapeOf(value)), sorted(shape), id)
  }
})
