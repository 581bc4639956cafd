import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { stalePages } from '../../lab/verb-pages.ts'
import { VERBS } from '../../src/cli/verbs.ts'
import { forEach, must } from '../do-this.ts'
import { skipUnlessTools } from './tools.ts'

const ROOT = join(import.meta.dirname, '../..')

test('README and the manual page say what the verbs say', () =>
  forEach(stalePages(), (path) =>
    must(false, `${path} is stale: a verb, an option or its words changed`, 'npm run verbs'),
  ))

test('every verb says enough to be listed, helped with, completed and written down', () =>
  forEach(VERBS, (verb) => {
    const file = `src/cli/verbs/${verb.name}/help.ts`
    must(
      /^[a-z]\w+$/.test(verb.name),
      `'${verb.name}' is no word to type`,
      `name the verb in src/cli/verbs/${verb.name}/verb.ts`,
    )
    for (const part of ['usage', 'about', 'operands', 'examples', 'exitCodes'] as const)
      must(verb[part].length > 0, `${verb.name} has no ${part}`, `write them in ${file}`)
    must(
      verb.exitCodes.some(({ code }) => code === 2),
      `${verb.name} says nothing of exit code 2`,
      `write it in ${file}`,
    )
    must('help' in verb.options, `${verb.name} has no --help`, `add ...HELP to src/cli/verbs/${verb.name}/options.ts`)
    for (const [name, option] of Object.entries(verb.options)) {
      const where = `--${name} of ${verb.name}`
      must(
        /^\S.*[^.]$/.test(option.says),
        `${where} says '${option.says}'`,
        'write half a sentence without a full stop',
      )
      const { beside, negates } = option as { beside?: string; negates?: string }
      for (const other of [beside, negates])
        must(
          other === undefined || other in verb.options,
          `${where} names --${other}, which is not there`,
          'name an option of the verb',
        )
    }
    const shorts = Object.values<{ short?: string }>(verb.options).flatMap(({ short }) => short ?? [])
    must(new Set(shorts).size === shorts.length, `${verb.name} has a letter twice`, 'choose another letter')
    must(
      verb.reads !== 'ssh' || shorts.length === 0,
      'an option of ours is one of ssh’s letters',
      'leave ssh its letters',
    )
  }))

test('every word of an example that looks like an option is one', () =>
  forEach(VERBS, (verb) => {
    for (const { line } of [...verb.usage, ...verb.examples])
      for (const [, name = ''] of line.matchAll(/(?<=\s|\[|\||^)--([a-z-]+)/g))
        must(
          Object.hasOwn(verb.options, name) || name === 'journal',
          `'${line}' has --${name}`,
          `correct it in src/cli/verbs/${verb.name}/help.ts`,
        )
  }))

const skip = await skipUnlessTools('mandoc')

test('the manual page is mdoc without a flaw', { skip }, () => {
  assert.ok(existsSync(join(ROOT, 'man/sshmedic.1')))
  const { stdout, stderr } = spawnSync('mandoc', ['-Tlint', 'man/sshmedic.1'], { cwd: ROOT, encoding: 'utf8' })
  // Whether the pages referred to are installed here is no matter of ours.
  const flaws = `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line !== '' && !/referenced manual not found|mandoc\.db/.test(line))
  assert.deepEqual(flaws, [])
  const shown = spawnSync('mandoc', ['-Tutf8', 'man/sshmedic.1'], { cwd: ROOT, encoding: 'utf8' }).stdout.replaceAll(
    /.\x08/g,
    '',
  )
  for (const verb of VERBS)
    for (const [name, { hidden }] of Object.entries<{ hidden?: true }>(verb.options))
      assert.equal(shown.includes(`--${name}`), !hidden || shown.includes(`--${name}ess`), `--${name}`)
})
