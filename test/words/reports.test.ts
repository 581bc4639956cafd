import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { test } from 'node:test'

const FOLDER = resolve(import.meta.dirname, 'reports')
const SRC = resolve(import.meta.dirname, '../../src')

interface Report {
  file: string
  right: string[]
  never: string[]
  leadsTo: string
  exit?: number
}

const reports = readFileSync(join(FOLDER, 'expected.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Report)

test('every report is expected something of, and every expectation has its report', () => {
  const texts = readdirSync(FOLDER).filter((name) => /\.(?:txt|log)$/.test(name))
  assert.deepEqual(reports.map(({ file }) => file).sort(), texts.sort())
})

test('what is expected is named by ids of the book, and no id is both right and never first', () => {
  const book = new Set(globSync('knowledge/faults/*/*.ts', { cwd: SRC }).map((file) => basename(file, '.ts')))
  for (const { file, right, never, exit } of reports) {
    for (const id of [...right, ...never])
      assert.ok(book.has(id) || id === 'reachable', `${file}: no fault is called ${id}`)
    assert.deepEqual(
      right.filter((id) => never.includes(id)),
      [],
      file,
    )
    assert.ok(exit === undefined || [0, 1, 3].includes(exit), file)
    if (exit === 1) assert.notEqual(right.length, 0, `${file}: a cause that keeps out has an id`)
  }
})

test('every address in a report is one of documentation, or of nobody', () => {
  const nobody = /^(?:127\.|0\.0\.0\.0$|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|198\.18\.)/
  for (const { file } of reports) {
    const text = readFileSync(join(FOLDER, file), 'utf8')
    for (const [address] of text.matchAll(/(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w.-])/g))
      assert.match(address, nobody, file)
  }
})
