import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { HARMS } from '../core/remedy.ts'
import type { FactSheet, Target } from '../core/types.ts'
import { FAULTS } from '../knowledge/faults.ts'
import { anyFacts } from '../../test/cases/arbitrary-facts.ts'
import { config, emptyLog, sheet } from '../../test/cases/facts.ts'
import { REMEDIES } from './registry.ts'

const target: Target = { destination: 'ubuntu@192.0.2.7', host: '192.0.2.7', port: 2222, user: 'ubuntu', ssh: [] }
const faultIds = new Set(FAULTS.map(({ id }) => id))

describe('every remedy', () => {
  for (const remedy of REMEDIES) {
    test(`${remedy.id} treats faults of the book, and says how well`, () => {
      assert.match(remedy.id, /^[a-z]+(?:-[a-z\d]+)*$/)
      assert.ok(HARMS.includes(remedy.harm))
      assert.match(remedy.title, /^[A-Z].*[^.]$/)
      const treated = Object.entries(remedy.treats)
      assert.ok(treated.length > 0, 'do this: name the fault it treats in `treats`')
      for (const [fault, fit] of treated) {
        assert.ok(
          faultIds.has(fault),
          `${fault} is no fault of the book. Do this: name one that is, or add it (npm run new fault)`,
        )
        assert.ok(fit > 0 && fit <= 1)
      }
    })
  }

  test('of those that treat a fault no two fit it equally well, so that the best is one', () => {
    for (const { id } of FAULTS) {
      const fits = REMEDIES.flatMap(({ treats }) => treats[id] ?? [])
      assert.equal(new Set(fits).size, fits.length, `${id}. Do this: give its remedies different numbers in \`treats\``)
    }
  })

  test('there is something to do about every fault, whatever is known', () => {
    for (const { id } of FAULTS) {
      const plans = REMEDIES.filter(({ treats }) => treats[id] !== undefined).map((one) => one.plan({}, target))
      assert.ok(
        plans.some((plan) => !('refuse' in plan)),
        `${id} has no remedy that needs no fact. Do this: npm run new remedy ID, and name ${id} in its \`treats\`.`,
      )
    }
  })
})

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
    'a b',
    'a\nb',
    'a\\b',
    '$HOME',
    '-R',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.tuple(fc.constantFrom('-', '--', '-o'), fc.string({ maxLength: 8 })).map((parts) => parts.join('')),
)

const hostileFacts: fc.Arbitrary<{ facts: FactSheet; to: Target }> = fc
  .record({
    seen: anyFacts,
    host: hostile,
    user: hostile,
    jump: hostile,
    key: hostile,
    theirs: hostile,
    destination: hostile,
  })
  .map(({ seen, host, user, jump, key, theirs, destination }) => ({
    to: { destination, host, port: 22, user, ssh: [] },
    facts: {
      ...seen,
      ...sheet({
        'ssh-config': config({ host, user, proxyJump: jump }),
        'key-files': { files: [{ path: key, named: true, state: 'too-open' }], agent: 'none' },
        'client-text': emptyLog({ keyProblems: [], noCommon: { what: 'cipher', theirs } }),
      }),
    },
  }))

/** Words of the remedies' own that are no plain ones. */
const OWN = new Set([
  '',
  'bash --noprofile --norc',
  'maxstartups|logingracetime|persource',
  'not allowed because',
  '^[[:space:]]*(allow|deny)(users|groups)',
])

describe('a plan', () => {
  test('has sentences to read and words that no shell acts on, whatever strangers wrote into the facts', () => {
    fc.assert(
      fc.property(hostileFacts, ({ facts, to }) => {
        for (const remedy of REMEDIES) {
          const plan = remedy.plan(facts, to)
          if ('refuse' in plan) {
            assert.match(plan.refuse, /^\S.*[^.]$/s)
            continue
          }
          assert.ok(plan.length > 0, remedy.id)
          for (const step of plan) {
            assert.match(step.say, /^\S.*[.!?]$/s, remedy.id)
            const commands = [
              ...(step.kind === 'exec' ? step.commands : []),
              ...(step.undo ?? []),
              ...(step.check ?? []),
            ]
            for (const word of commands.flat(2))
              assert.ok(
                OWN.has(word) || /^[\w@%+=:,./~[\]-]+$|^--(?:add|remove)-rich-rule=[\w .:=/-]+$/.test(word),
                `${remedy.id}: ${word}`,
              )
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('has a sentence in place of what is not known, never a bare capital word', () => {
    for (const remedy of REMEDIES) {
      const plan = remedy.plan({})
      for (const step of 'refuse' in plan ? [] : plan)
        assert.doesNotMatch(step.say, /undefined|\{\w+\}|\b(?!ICMP|HTTPS|LDAP|SSSD|HBAC)[A-Z]{4,}\b/, remedy.id)
    }
  })

  test('that has a command where all is known says it where a word is not, with what to put there', () => {
    const facts = sheet({
      'ssh-config': config({ host: '192.0.2.7', port: 2222, user: 'ubuntu', proxyJump: 'jump.example' }),
      'key-files': { files: [{ path: '/home/me/id', named: true, state: 'too-open' }], agent: 'none' },
      'client-text': emptyLog({ keyProblems: [], noCommon: { what: 'cipher', theirs: 'aes128-cbc' } }),
    })
    for (const remedy of REMEDIES) {
      // Where the command is but `ssh` and the destination, the sentence says all there is.
      if (['confirm-host-key', 'log-in-at-terminal', 'log-in-with-password'].includes(remedy.id)) continue
      const known = remedy.plan(facts, target)
      const bare = remedy.plan({})
      if ('refuse' in known || 'refuse' in bare) continue
      for (const [i, step] of bare.entries())
        if (step.kind === 'person' && known[i]?.kind === 'exec')
          assert.match(step.say, /`[^`]+…[^`]*`, with .+ in place of the dots\.$/, remedy.id)
    }
  })

  test('keeps what is known of a command whose other words are not', () => {
    const facts = sheet({ 'client-text': emptyLog({ noCommon: { what: 'host key', theirs: 'ssh-rsa' } }) })
    const [step] = REMEDIES.find(({ id }) => id === 'allow-algorithm-once')!.plan(facts) as readonly { say: string }[]
    assert.match(step!.say, /`ssh -o HostKeyAlgorithms=\+ssh-rsa …`/)
  })

  test('of a pasted text, which has no port, names none', () => {
    const pasted: Target = { destination: '192.0.2.7', host: '192.0.2.7', port: 0, ssh: [] }
    for (const remedy of REMEDIES) {
      const plan = remedy.plan({}, pasted)
      if ('refuse' in plan) continue
      assert.doesNotMatch(JSON.stringify(plan), /port 0\b|\]:0|"0"/, remedy.id)
    }
  })

  test('never has a value that a program would take for an option', () => {
    const facts = sheet({ 'key-files': { files: [{ path: '-R', named: true, state: 'too-open' }], agent: 'none' } })
    const [step] = REMEDIES.find(({ id }) => id === 'close-key-file')!.plan(facts, target) as readonly {
      kind: string
    }[]
    assert.equal(step?.kind, 'person', 'a sentence, and no command')
  })
})
