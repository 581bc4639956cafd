import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { FAULTS } from '../knowledge/faults.ts'
import type { FactSheet, Target } from '../core/types.ts'
import { config, contact, emptyLog, greeted, HOST, sheet } from '../../test/cases/facts.ts'
import { placeFacts } from './placeholders.ts'

const target: Target = { destination: `ubuntu@${HOST}`, host: HOST, port: 2222, user: 'ubuntu', ssh: [] }

/** What a stranger puts where a name is expected, so that it runs when somebody pastes the line. */
const hostile = fc.oneof(
  fc.constantFrom(
    '; rm -rf ~',
    '$(id)',
    '`id`',
    "a'b",
    'a"b',
    'a|b',
    'a&b',
    'a>b',
    'a<b',
    'a b',
    'a\nb',
    'a\rb',
    'a\\b',
    '$HOME',
    '!1',
    '{a,b}',
    'a*',
    'a?',
    '(a)',
    '#a',
    '\x1b[31m',
    '\u202egpj',
    '',
    '\u200b',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.tuple(fc.constantFrom('-', '--', '-o'), fc.string({ maxLength: 8 })).map((parts) => parts.join('')),
  fc.string({ maxLength: 8 }),
)

const hostileFacts: fc.Arbitrary<{ facts: FactSheet; target: Target }> = fc
  .record({
    host: hostile,
    user: hostile,
    jump: hostile,
    key: hostile,
    problem: hostile,
    what: hostile,
    theirs: hostile,
    destination: hostile,
  })
  .map(({ host, user, jump, key, problem, what, theirs, destination }) => ({
    target: { destination, host, port: 22, user, ssh: [] },
    facts: sheet({
      'ssh-config': config({ host, user, proxyJump: jump }),
      'key-files': { files: [{ path: key, named: true, state: 'too-open' }], agent: 'none' },
      'client-text': emptyLog({ keyProblems: [{ path: problem, problem: 'too-open' }], noCommon: { what, theirs } }),
    }),
  }))

const COMMANDS = FAULTS.flatMap(({ id, advice }) => (advice.command ? [{ id, command: advice.command }] : []))

/** The command as a pattern: its own words as they stand, and one harmless word for each placeholder. */
const shape = (command: string, word: string): RegExp =>
  new RegExp(
    `^${command
      .split(/\{\w+\}/)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`))
      .join(word)}$`,
  )

describe('a command to paste', () => {
  test('never gets a character that a shell acts on from a value', () => {
    fc.assert(
      fc.property(hostileFacts, fc.constantFrom(...COMMANDS), ({ facts, target: to }, { command }) => {
        assert.match(placeFacts(command, facts, to), shape(command, String.raw`[\w@%+=:,./~[\]-]+`))
      }),
      { numRuns: 2000 },
    )
  })

  test('never gets a value that a program would take for an option', () => {
    const facts = sheet({ 'key-files': { files: [{ path: '-R', named: true, state: 'too-open' }], agent: 'none' } })
    assert.equal(placeFacts('chmod 600 {keyfile}', facts, target), 'chmod 600 KEYFILE')
    const jump = sheet({ 'ssh-config': config({ proxyJump: '-oProxyCommand=id' }) })
    assert.equal(placeFacts('sshmedic {jump}', jump, target), 'sshmedic JUMP')
    fc.assert(
      fc.property(hostileFacts, fc.constantFrom(...COMMANDS), ({ facts: any, target: to }, { command }) => {
        assert.match(placeFacts(command, any, to), shape(command, String.raw`[\w@%+=:,./~[\]][\w@%+=:,./~[\]-]*`))
      }),
    )
  })

  test('shows the name of what it does not know', () => {
    assert.equal(placeFacts('ssh -i {keyfile} {destination}', {}), 'ssh -i KEYFILE DESTINATION')
    assert.equal(
      placeFacts(
        'chmod 600 {keyfile}',
        sheet({ 'key-files': { files: [{ path: '/home/me/my key', named: true, state: 'too-open' }], agent: 'none' } }),
      ),
      'chmod 600 KEYFILE',
    )
    assert.equal(placeFacts('{nonsense} {constructor} {__proto__}', {}, target), 'NONSENSE CONSTRUCTOR __PROTO__')
  })

  test('gets what ssh resolved rather than what was typed', () => {
    const facts = sheet({ 'ssh-config': config({ host: 'real.example.org', port: 2022, user: 'deploy' }) })
    assert.equal(
      placeFacts('{user}@{host}:{port} {destination} {knownhost}', facts, target),
      `deploy@real.example.org:2022 ubuntu@${HOST} [real.example.org]:2022`,
    )
  })

  test('finds the other port, the jump and the algorithm in the facts', () => {
    const facts = sheet({
      'ssh-config': config({ proxyJump: 'me@jump.example.org,second.example.org' }),
      'other-ssh-port': { contacts: [contact({ port: 222 }), greeted({ port: 2022 })] },
      'client-text': emptyLog({ noCommon: { what: 'host key type', theirs: 'ssh-rsa,ssh-dss' } }),
    })
    assert.equal(
      placeFacts('{otherport} {jump} {algorithmoption}', facts, target),
      '2022 me@jump.example.org HostKeyAlgorithms=+ssh-rsa',
    )
  })

  test('names the right ssh_config keyword for each list (ssh_config(5))', () => {
    const option = (what: string) =>
      placeFacts('{algorithmoption}', sheet({ 'client-text': emptyLog({ noCommon: { what, theirs: 'x' } }) }))
    assert.equal(option('key exchange method'), 'KexAlgorithms=+x')
    assert.equal(option('host key type'), 'HostKeyAlgorithms=+x')
    assert.equal(option('cipher'), 'Ciphers=+x')
    assert.equal(option('MAC'), 'MACs=+x')
  })
})
