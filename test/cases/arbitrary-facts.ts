/** Fact sheets nobody has met, each fact of it real-looking: what the properties of the judging part run over. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { CLIENT_FAILURES, LOGIN_STEPS } from '../../src/core/types.ts'
import type { ClientLog, Contact, Facts, FactSheet, LoginFact } from '../../src/core/types.ts'
import { fromSchema } from './from-schema.ts'
import {
  HOST,
  HOST6,
  atHome,
  config,
  contact,
  emptyLog,
  greeted,
  heard,
  loginTo,
  missing,
  pasted,
  serverLog,
  sheet,
  shut,
  stepsTo,
} from './facts.ts'

const pick = fc.constantFrom
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** One of every picture a connection can show (causes.md 3.1, openssh.md 4.2). */
export const PICTURES: Record<string, Contact> = {
  greeted: greeted(),
  late: greeted({ identificationAt: 2.4, firstByteAt: 2.4, kexinitAt: 3.1 }),
  'greeted and left alone': greeted({ kexinitAt: undefined, end: { how: 'out-of-time', at: 2.6 } }),
  'greeted and hung up on': greeted({ kexinitAt: undefined, end: { how: 'fin', at: 0.07 } }),
  'greeted and reset': greeted({ kexinitAt: undefined, end: { how: 'reset', at: 0.07 } }),
  exceeded: heard('Exceeded MaxStartups\n', { how: 'fin', at: 0.06 }),
  'not allowed': heard('Not allowed at this time\n', { how: 'reset', at: 0.06 }),
  closed: contact({ end: { how: 'fin', at: 0.04 } }),
  'closed instantly': contact({ end: { how: 'fin', at: 0.0305 } }),
  reset: contact({ end: { how: 'reset', at: 0.04 } }),
  'closed after five seconds': contact({ end: { how: 'fin', at: 5.04 } }),
  silent: contact({ spokeAt: 5.43, end: { how: 'out-of-time', at: 6.3 } }),
  http: heard(
    'HTTP/1.1 400 Bad Request\n\n',
    { how: 'fin', at: 5.5 },
    { spokeAt: 5.43, firstByteAt: 5.48, lastByteAt: 5.48 },
  ),
  tarpit: heard('xK4\n', { how: 'out-of-time', at: 6.3 }),
  refused: shut('refused', 0.03, { icmpUnreachable: 0 }),
  rejected: shut('refused', 0.03, { icmpUnreachable: 1 }),
  dropped: shut('timeout', 4.4),
  unreachable: shut('host-unreachable', 3.1),
  prohibited: shut('host-unreachable', 0.03, { icmpUnreachable: 1 }),
  'no route': shut('net-unreachable', 0.001),
  'reset in the handshake': shut('reset', 0.03),
}

export const anyContact: fc.Arbitrary<Contact> = fc
  .record({
    picture: pick(...Object.values(PICTURES)),
    six: fc.boolean(),
    retransmits: optional(fc.nat(3)),
    slow: fc.boolean(),
  })
  .map(({ picture, six, retransmits, slow }) => ({
    ...picture,
    ...(six ? { address: HOST6, family: 6 as const } : {}),
    ...(retransmits === undefined ? {} : { retransmits }),
    connect: { ...picture.connect, seconds: picture.connect.seconds + (slow ? 1.02 : 0) },
    end: { ...picture.end, at: picture.end.at + (slow ? 1.02 : 0) },
  }))

const contacts = (most: number) =>
  fc.array(anyContact, { minLength: 1, maxLength: most }).map((list) => ({ contacts: list }))

const log: fc.Arbitrary<Partial<ClientLog>> = fc.record({
  failure: optional(pick(...CLIENT_FAILURES)),
  methods: optional(fc.subarray(['publickey', 'password', 'keyboard-interactive'])),
  keysOffered: fc.nat(6),
  keysAccepted: fc.nat(1),
  partialSuccess: fc.boolean(),
  forcedCommand: fc.boolean(),
  preBanner: pick([], ['Exceeded MaxStartups'], ['Not allowed at this time'], ['HTTP/1.1 400 Bad Request']),
  serverText: pick(
    [],
    ['Your account has expired; please contact your system administrator.'],
    ['"System is booting up."'],
    ['Welcome'],
  ),
  proxyText: pick(
    [],
    ['channel 0: open failed: connect failed: Connection refused', 'stdio forwarding failed'],
    ['sh: 1: exec: corkscrew: not found'],
  ),
  keyProblems: pick<ClientLog['keyProblems']>(
    [],
    [{ path: '/home/me/k', problem: 'too-open' }],
    [{ path: '/home/me/k', problem: 'missing' }],
  ),
})

export const anyLogin: fc.Arbitrary<LoginFact> = fc
  .record({
    last: pick(...LOGIN_STEPS),
    log,
    stopped: optional(pick('stalled' as const, 'out-of-time' as const, 'enough' as const)),
    late: fc.record({ step: pick(...LOGIN_STEPS), by: pick(0, 2.5, 9) }),
    exit: pick(0, 1, 255, null),
    shellAnswered: fc.boolean(),
    commandAnswered: fc.boolean(),
    retransmits: optional(fc.nat(4)),
    output: optional(pick('This account is currently not available.', 'hello')),
    waited: pick(0.05, 3, 12),
  })
  .map(({ last, late, waited, log: said, ...rest }) => {
    const from = LOGIN_STEPS.indexOf(late.step)
    const usual = Object.entries(stepsTo(last))
    const stepAt = Object.fromEntries(
      usual.map(([step, at]) => [step, at + (LOGIN_STEPS.indexOf(step as never) >= from ? late.by : 0)]),
    )
    const inside = last === 'shell'
    const seconds = Math.max(...Object.values(stepAt)) + waited
    // Only a shell that came can have answered.
    return loginTo(last, {
      ...rest,
      log: said,
      stepAt,
      seconds,
      shellAnswered: inside && rest.shellAnswered,
      commandAnswered: inside && rest.commandAnswered,
    })
  })

const WORDS = [
  ['Connection timed out during banner exchange', `Connection to ${HOST} port 22 timed out`],
  ['kex_exchange_identification: read: Connection reset by peer', `Connection reset by ${HOST} port 22`],
  [`Connection closed by ${HOST} port 22`],
  [`ubuntu@${HOST}: Permission denied (publickey).`],
  [`ssh: connect to host ${HOST} port 22: Connection refused`],
  ['ssh: Could not resolve hostname gone.example.org: Name or service not known'],
  ['Host key verification failed.'],
  [`Received disconnect from ${HOST} port 22:2: Too many authentication failures`, `Disconnected from ${HOST} port 22`],
]

const clientText: fc.Arbitrary<ClientLog> = fc.oneof(
  pick(...WORDS).map((lines) => pasted(...lines)),
  log.map((said) => emptyLog(said)),
)

const key = fc.record({
  path: pick('/home/me/.ssh/id_ed25519', '/home/me/k.pem'),
  named: fc.boolean(),
  state: pick(
    'present' as const,
    'missing' as const,
    'too-open' as const,
    'unreadable' as const,
    'not-a-key' as const,
    'passphrase' as const,
  ),
})

/** What is seen from outside looks real; a new one needs a line here, or its schema stands in. */
const values: { [K in keyof Facts]?: fc.Arbitrary<Facts[K]> } = {
  'ssh-config': pick(
    config(),
    config({ user: 'root' }),
    config({ proxyJump: 'jump.example.org' }),
    config({ proxyCommand: 'corkscrew p 1 %h %p' }),
    { ok: false, error: 'line 2: Bad configuration option: foo' },
  ),
  'key-files': fc.record({
    files: fc.array(key, { maxLength: 3 }),
    agent: pick('none' as const, 'empty' as const, 'keys' as const, 'unreachable' as const),
  }),
  'name-lookup': pick<Facts['name-lookup'][]>(
    atHome['name-lookup']!,
    {
      name: 'x.example.org',
      addresses: [
        { address: HOST, family: 4 },
        { address: HOST6, family: 6 },
      ],
      seconds: 0.02,
    },
    { name: 'x.example.org', addresses: [{ address: '198.18.0.9', family: 4 }], seconds: 0.02 },
    { name: 'x.example.org', addresses: [], error: 'not-found', code: 'ENOTFOUND', seconds: 0.04 },
    { name: 'x.example.org', addresses: [], error: 'lookup-fails', code: 'EAI_AGAIN', seconds: 5 },
  ),
  login: anyLogin,
  'login-beyond-host-key': anyLogin,
  'login-unmarked': anyLogin,
  'control-socket': fc.record({
    path: pick('/home/me/.ssh/cm'),
    exists: fc.boolean(),
    check: optional(pick('alive' as const, 'refused' as const, 'hangs' as const, 'other' as const)),
    session: optional(pick('works' as const, 'hangs' as const, 'fails' as const)),
  }),
  contact: contacts(3),
  'contact-again': contacts(3),
  'contact-other-source': contacts(2),
  'control-port': contacts(2),
  'second-service': contacts(4),
  'other-ssh-port': contacts(4),
  'contact-not-ssh': contacts(1),
  'contact-split': contacts(1),
  'kexinit-size': fc.record({ small: anyContact, large: anyContact }, { requiredKeys: [] }),
  'own-connections': pick<Facts['own-connections'][]>(
    { bySource: {}, target: HOST, port: 22 },
    { bySource: { '203.0.113.200': 3 }, target: HOST, port: 22 },
    { bySource: { '203.0.113.200': 30 }, target: HOST, port: 22 },
  ),
  route: pick(atHome.route!, { ...atHome.route!, neighbour: 'failed' as const }),
  'jump-contact': contacts(1).map((seen) => ({ host: 'jump.example.org', port: 22, ...seen })),
  'client-text': clientText,
  'server-log': fc
    .record({
      throttling: fc.nat(3),
      drops: fc.nat(40),
      dropSources: fc.nat(9),
      penalties: fc.nat(9),
      failures: fc.nat(99),
      failureSources: fc.nat(50),
    })
    .map((counts) => serverLog(counts)),
  'management-agent': fc.record({ state: pick('online' as const, 'lost' as const) }),
  workloads: fc.record({ state: pick('running' as const, 'gone' as const) }),
}

type CaseSchema = { $defs: { facts: { properties: Record<string, { properties: { value: object } }> } } }
const schema = JSON.parse(readFileSync(new URL('../../schema/case.schema.json', import.meta.url), 'utf8')) as CaseSchema

/** What is seen from within, and whatever else has no line above. */
for (const [id, fact] of Object.entries(schema.$defs.facts.properties))
  if (!(id in values) && id !== 'command-session' && fact.properties?.value !== undefined)
    Object.assign(values, { [id]: fromSchema(fact.properties.value) })

/** Any of the facts, each with a value, asked in vain, or never asked. */
export const anyFacts: fc.Arbitrary<FactSheet> = fc
  .record({
    had: fc.record(values, { requiredKeys: [] }),
    vain: fc.subarray(Object.keys(values) as (keyof Facts)[], { maxLength: 4 }),
  })
  .map(({ had, vain }) => ({ ...sheet(had), ...missing(...vain) }))

export const FACT_IDS = Object.keys(values) as (keyof Facts)[]
