import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { PURE as PURE_ROOMS } from '../../oxlint.config.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const house = mkdtempSync(join(tmpdir(), 'sshmedic-house-'))
after(() => rmSync(house, { recursive: true }))
for (const part of ['oxlint.config.ts', 'lint']) cpSync(join(ROOT, part), join(house, part), { recursive: true })
symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'))

interface Report {
  diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[]
}

/** What the linter of the house says of these files: `FILE:LINE RULE`. */
function lint(files: Readonly<Record<string, string>>): string[] {
  rmSync(join(house, 'src'), { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  const ran = spawnSync(join(ROOT, 'node_modules/.bin/oxlint'), ['--format=json', 'src'], {
    cwd: house,
    encoding: 'utf8',
  })
  const { diagnostics } = JSON.parse(ran.stdout) as Report
  return diagnostics
    .map(({ code, filename, labels }) => `${filename}:${labels[0]?.span.line} ${/\((.*)\)/.exec(code)?.[1]}`)
    .toSorted()
}

const IMPURE = [
  'export const a = Date.now()',
  'export const b = new Date()',
  'export const c = Date()',
  'export const d = Math.random()',
  "export const e = process.env['X']",
  'export const f = performance.now()',
  'setTimeout(String, 1)',
  "export const g = fetch('x')",
  'export const h = crypto.randomUUID()',
  'export const i = globalThis.Date',
]
const PURE = [
  "export const at = Date.parse('2025-11-08')",
  'export const day = new Date(at)',
  'export const t = Date.UTC(1)',
]

test('a pure room is refused the clock, dice and the process, and may read a given time', () => {
  const files = PURE_ROOMS.flatMap((room) => [
    [`src/${room}/bad.ts`, IMPURE.join('\n')],
    [`src/${room}/good.ts`, PURE.join('\n')],
  ])
  const said = lint(Object.fromEntries(files) as Record<string, string>)
  assert.deepEqual(
    [...new Set(said.map((each) => each.split(' ')[0]))].toSorted(),
    PURE_ROOMS.flatMap((room) => IMPURE.map((_, i) => `src/${room}/bad.ts:${i + 1}`)).toSorted(),
    said.join('\n'),
  )
  assert.deepEqual(lint({ 'src/probes/clock.ts': IMPURE.join('\n') }), [])
})

test('no room imports upwards or sideways, and no circle is made of types alone', () => {
  const taking = (own: string, other: string, from: string) =>
    `import type { ${other} } from '${from}'\nexport interface ${own} {\n  one?: ${other}\n}\n`
  const said = lint({
    'src/openssh/up.ts': taking('Up', 'Above', '../knowledge/above.ts'),
    'src/knowledge/above.ts': 'export type Above = 1\n',
    'src/words/side.ts': taking('Side', 'Beside', '../sshd-config/beside.ts'),
    'src/sshd-config/beside.ts': 'export type Beside = 1\n',
    'src/report/down.ts': taking('Down', 'Above', '../knowledge/above.ts'),
    'src/core/a.ts': taking('A', 'B', './b.ts'),
    'src/core/b.ts': taking('B', 'A', './a.ts'),
  })
  assert.deepEqual(said, [
    'src/core/a.ts:1 no-cycle',
    'src/core/b.ts:1 no-cycle',
    'src/openssh/up.ts:1 no-restricted-imports',
    'src/words/side.ts:1 no-restricted-imports',
  ])
})

test('a file of 401 lines and a function of 81 are too long', () => {
  const file = (lines: number) => Array.from({ length: lines }, (_, i) => `export const n${i} = ${i}`).join('\n')
  const body = (lines: number) =>
    `export function long(): number[] {\n  return [\n${'    1,\n'.repeat(lines - 4)}  ]\n}\n`
  assert.deepEqual(lint({ 'src/core/long.ts': file(400) }), [])
  assert.match(lint({ 'src/core/long.ts': file(401) }).join(), /max-lines/)
  assert.deepEqual(lint({ 'src/core/body.ts': body(80) }), [])
  assert.match(lint({ 'src/core/body.ts': body(81) }).join(), /max-lines-per-function/)
})
