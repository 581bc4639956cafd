/** Cases nobody has met, for the property tests of this folder: right in shape, hostile in every string. */

import fc from 'fast-check'

import { STAGES } from '../../src/core/types.ts'
import type { Case, Diagnosis, FactSheet } from '../../src/core/types.ts'
import { HOSTILE, hostStarved, hostile, maxstartups, reachable } from './fixtures.ts'
import type { Sample } from './fixtures.ts'

const FRAGMENTS = [
  ...['|', '`', '``', '```', '~~~', '\\', '\\|', '\\`', '*', '_', '[', ']', '](', '!', '<', '>', '&', '&#', ';', '"'],
  ...[
    "'",
    '-',
    '#',
    '=',
    '---',
    '1.',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '\x1b[',
    '\x9b',
    '\u202e',
    '\u2028',
    '\ud800',
    '漢',
    '👩‍🚒',
  ],
  ...[
    'e\u0301',
    'http://a.example.com',
    'www.example.com',
    'a@example.com',
    '@x',
    '#1',
    '$',
    '$$',
    'mailto:a@b.example',
  ],
  ...['<script>', '</style>', '</pre>', '<!--', '-->', '<![CDATA[', 'javascript:alert(1)', '{{', '${', 'x', 'word'],
  ...['[hidden]', 'password=', '://u:p@h'],
]

/** Text as a stranger would write it. */
export const nasty = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...HOSTILE),
)

const probability = fc.double({ min: 0, max: 1, noNaN: true })
const bits = fc.double({ min: -30, max: 30, noNaN: true })
const time = fc.double({ min: 0, max: 1e4, noNaN: true })
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const next = fc.record(
  {
    kind: fc.constantFrom('do' as const, 'test' as const),
    says: nasty,
    command: nasty,
    between: fc.array(nasty, { maxLength: 3 }),
  },
  { requiredKeys: ['kind', 'says'] },
)

const cause = fc.record({
  id: nasty,
  title: nasty,
  stage: fc.constantFrom(...STAGES, '—' as const),
  probability,
  because: fc.array(fc.record({ sign: nasty, value: nasty, bits, says: nasty }), { maxLength: 5 }),
  becauseOf: fc.array(fc.record({ id: nasty, title: nasty, says: nasty }), { maxLength: 2 }),
})

const diagnosis: fc.Arbitrary<Diagnosis> = fc.record({
  verdict: fc.constantFrom('reachable' as const, 'degraded' as const, 'unreachable' as const, 'unknown' as const),
  signs: fc.dictionary(nasty, nasty, { maxKeys: 4 }),
  causes: fc.array(cause, { maxLength: 6 }),
  ruledOut: fc.array(fc.record({ id: nasty, title: nasty, says: nasty }), { maxLength: 6 }),
  next: fc.option(next),
  surer: fc.option(next),
  road: fc.array(
    fc.record(
      {
        name: fc.oneof(fc.constantFrom('name', 'tcp', 'banner', 'kex', 'login', 'session'), nasty),
        state: fc.constantFrom(
          'ok' as const,
          'fail' as const,
          'warn' as const,
          'not-reached' as const,
          'not-asked' as const,
        ),
        says: nasty,
        seconds: time,
      },
      { requiredKeys: ['name', 'state', 'says'] },
    ),
    { maxLength: 7 },
  ),
  notes: fc.array(nasty, { maxLength: 6 }),
})

const FACTS = [hostStarved, maxstartups, reachable, hostile].map(({ case_ }) => case_.facts)

const facts: fc.Arbitrary<FactSheet> = fc
  .record({ base: fc.constantFrom(...FACTS), at: nasty, via: nasty, missing: nasty, preBanner: fc.array(nasty) })
  .map(({ base, at, via, missing, preBanner }) => ({
    ...base,
    route: { at, seen: 'network' as const, via, missing: { why: 'absent' as const, says: missing } },
    'client-text': {
      at,
      seen: 'told' as const,
      via,
      value: {
        reached: 'start',
        preBanner,
        keysOffered: 0,
        keysAccepted: 0,
        partialSuccess: false,
        serverText: preBanner,
        forcedCommand: false,
        proxyText: [],
        keyProblems: [],
        rest: [missing],
      },
    },
  }))

const case_: fc.Arbitrary<Case> = fc.record({
  schema: fc.constant(2 as const),
  kind: fc.constant('sshmedic-case' as const),
  version: nasty,
  openedAt: nasty,
  target: fc.record(
    {
      destination: nasty,
      host: nasty,
      port: fc.nat(65535),
      user: nasty,
      ssh: fc.array(nasty, { maxLength: 4 }),
      command: fc.array(nasty, { maxLength: 3 }),
    },
    { requiredKeys: ['destination', 'host', 'port', 'ssh'] },
  ),
  facts,
  spent: fc.record({ connections: fc.nat(50), seconds: time }),
  interrupted: optional(fc.boolean()),
})

/** A case with a diagnosis, each hostile throughout. */
export const sample: fc.Arbitrary<Sample> = fc.record({ case_, diagnosis })
