import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, describe, test } from 'node:test'

/** `npm run new` in a copy of the house, as a newcomer would use it in a fresh clone. */

const ROOT = resolve(import.meta.dirname, '..')
const copy = mkdtempSync(join(tmpdir(), 'sshmedic-new-'))
after(() => rmSync(copy, { recursive: true }))

for (const part of readdirSync(ROOT).filter((one) => !/^(?:node_modules|dist|\.git)$/.test(one)))
  cpSync(join(ROOT, part), join(copy, part), { recursive: true })
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))

const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH']}` }
function run(...argv: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(argv[0]!, argv.slice(1), { cwd: copy, env, encoding: 'utf8' })
  return { status, text: stdout + stderr }
}
const make = (...argv: string[]) => run(process.execPath, 'lab/new.ts', ...argv)

describe('npm run new', { concurrency: false }, () => {
  test('writes a fault, a fault of a saved case, a sign and a probe', () => {
    for (const argv of [
      ['fault', 'auth/newly-found'],
      ['fault', 'host/newly-caught', '--from', 'test/cases/io-stalled.json'],
      ['sign', 'inside/newly-read'],
      ['sign', 'newly-seen'],
      ['probe', 'inside/newly-asked'],
      ['probe', 'client/newly-looked-up'],
      ['remedy', 'newly-done'],
    ]) {
      const made = make(...argv)
      assert.equal(made.status, 0, made.text)
    }
    assert.match(readFileSync(join(copy, 'src/knowledge/faults.ts'), 'utf8'), /newlyFound,/)
    assert.match(readFileSync(join(copy, 'lab/faults/index.ts'), 'utf8'), /newlyCaught,/)
    assert.match(readFileSync(join(copy, 'src/knowledge/signs.ts'), 'utf8'), /insideNewlyRead\.newlyRead,/)
    assert.match(readFileSync(join(copy, 'src/core/facts/registry.ts'), 'utf8'), /'newly-asked': newlyAsked/)
  })

  test('writes what compiles, is formatted and has nothing to be warned of', () => {
    for (const argv of [
      ['tsc', '-p', '.'],
      ['oxfmt', '--check', '.'],
      ['oxlint', '--deny-warnings'],
    ]) {
      const { status, text } = run(...argv)
      assert.equal(status, 0, text)
    }
  })

  test('leaves it to the tests to say, in sentences, what is to be written', () => {
    const { status, text } = run(process.execPath, 'lab/todo.ts')
    assert.equal(status, 1)
    for (const file of [
      'src/knowledge/faults/auth/newly-found.ts',
      'lab/faults/newly-found.ts',
      'src/knowledge/faults/host/newly-caught.ts',
      'lab/faults/newly-caught.ts',
      'test/cases/newly-caught.md',
      'src/knowledge/signs/inside/newly-read.ts',
      'src/knowledge/signs/inside/newly-read.test.ts',
      'src/knowledge/signs/newly-seen.ts',
      'src/core/facts/inside/newly-asked.ts',
      'src/probes/inside/newly-asked.ts',
      'src/probes/inside/newly-asked.test.ts',
      'src/probes/client/newly-looked-up.ts',
      'src/remedies/newly-done.ts',
      'src/remedies/newly-done.test.ts',
    ])
      assert.match(
        text,
        new RegExp(`${file.replaceAll('.', '\\.')}[^]*?\\n  do this: `),
        `nobody says what to do in ${file}:\n${text}`,
      )
    const mute = text.split('\n\n').filter((one) => one.includes('newly-') && !one.includes('\n  do this: '))
    assert.deepEqual(mute, [], 'complaints without the sentence what to do')
  })

  test('says no to what it cannot make, and writes nothing', () => {
    const said = (...argv: string[]) => {
      const { status, text } = make(...argv)
      assert.notEqual(status, 0, argv.join(' '))
      return text
    }
    assert.match(said('fault', 'auth/newly-found'), /is there already\. Nothing was written/)
    assert.match(said('fault', 'newly-lost'), /names no stage\. Write STAGE\/ID/)
    assert.match(said('fault', 'auth/Newly_Lost'), /is no id/)
    assert.match(said('fault', 'auth/newly-lost', '--from', 'no-such.json'), /no-such\.json/)
    assert.match(said('probe', 'newly-lost'), /says not where/)
    assert.match(said('sign', 'outside/newly-lost'), /is no sign/)
    assert.match(said('cat', 'x'), /usage/)
    assert.equal(run('find', 'src', 'lab', 'test', '-name', '*newly-lost*').text, '')
  })
})
