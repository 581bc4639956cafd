import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearest } from './nearest.ts'
import type { OptionTable } from './option.ts'
import { verbWords } from './verb-words.ts'

const options = {
  rate: { value: { name: 'RATE' }, says: 'how often' },
  grace: { value: { name: 'TIME' }, says: 'how long' },
  since: { value: { name: 'TIME', dashed: /^-\d/ }, says: 'from when on' },
  json: { says: 'for machines' },
  colour: { says: 'always' },
  plain: { negates: 'colour', says: 'never' },
  gracious: { value: { name: 'TIME' }, hidden: true, says: 'an old spelling' },
  help: { short: 'h', says: 'help' },
} as const satisfies OptionTable

const refused = (...argv: string[]): string => {
  try {
    verbWords(argv, options)
  } catch (error) {
    return (error as Error).message
  }
  return assert.fail(`${argv.join(' ')} was understood`)
}

test('words that can be understood', () => {
  const { values, positionals } = verbWords(['a', '--rate=-1', '--json', '-h', '--', '--grace'], options)
  assert.deepEqual({ ...values }, { rate: '-1', json: true, help: true })
  assert.deepEqual(positionals, ['a', '--grace'])
})

test('a value that begins with a dash is one where the option says so', () => {
  assert.equal(verbWords(['--since', '-2h'], options).values.since, '-2h')
  assert.equal(verbWords(['--since=-2h'], options).values.since, '-2h')
  assert.match(refused('--since', '--json'), /^--since needs a value/)
})

test('of a flag and what takes it back the last one typed wins', () => {
  const colour = (...argv: string[]) => verbWords(argv, options).values.colour
  assert.equal(colour(), undefined)
  assert.equal(colour('--plain'), false)
  assert.equal(colour('--colour', '--plain'), false)
  assert.equal(colour('--plain', '--colour'), true)
})

test('words that cannot are told in a sentence that helps', () => {
  assert.equal(refused('--rat', '3'), 'there is no option --rat here; did you mean --rate?')
  assert.equal(refused('--garce', '3'), 'there is no option --garce here; did you mean --grace?')
  assert.equal(refused('--verbose'), 'there is no option --verbose here.')
  assert.equal(refused('-x'), 'there is no option -x here.')
  assert.equal(refused('--rate'), '--rate needs a value.')
  assert.equal(refused('--rate='), '--rate needs a value.')
  assert.match(refused('--rate', '--json'), /^--rate needs a value, and '--json' looks like an option .*--rate=--json/)
  assert.equal(refused('--json=yes'), '--json takes no value: write --json alone.')
  assert.equal(refused('--constructor'), 'there is no option --constructor here.')
  assert.doesNotMatch(refused('--\u001b[31m'), /\u001b/)
})

test('the nearest word is one or two slips away, or begins so', () => {
  const verbs = ['logs', 'config', 'startups', 'explain']
  assert.deepEqual(
    ['logz', 'log', 'startup', 'cnofig', 'conf', 'explian', 'lo'].map((typed) => nearest(typed, verbs)),
    ['logs', 'logs', 'startups', 'config', 'config', 'explain', undefined],
  )
  assert.deepEqual(
    ['web1', 'dogs.example.org', 'x'.repeat(5000), ''].map((typed) => nearest(typed, verbs)),
    [undefined, undefined, undefined, undefined],
  )
})
