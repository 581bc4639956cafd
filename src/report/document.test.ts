import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'

import { CLIENT_FAILURES, LOGIN_STEPS, STAGES } from '../core/types.ts'
import type { Case, ClientLog, Contact, Diagnosis, FactId, Facts, KeyFile, LoginFact, Target } from '../core/types.ts'
import { sample } from '../../test/report/arbitraries.ts'
import { hideSecrets, toDocument } from './document.ts'
import { FACT_TITLES } from './fact-titles.ts'
import { SAMPLES, hostStarved, hostile, reachable } from '../../test/report/fixtures.ts'
import { toJson } from './json.ts'

const schema = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8'))

const ajv = new Ajv2020({ strict: true, allErrors: true })
const isDiagnosis = ajv.compile(schema('diagnosis'))
const isCase = ajv.compile(schema('case'))
const ok = (validate: typeof isCase, value: unknown) => assert.ok(validate(value), ajv.errorsText(validate.errors))
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

for (const [name, { case_, diagnosis }] of Object.entries(SAMPLES)) {
  test(`the case and the document of ${name} are what the schemas say`, () => {
    ok(isCase, asJson(case_))
    ok(isDiagnosis, asJson(toDocument(case_, diagnosis)))
  })
}

test('every document is what the schema says', () => {
  fc.assert(
    fc.property(sample, ({ case_, diagnosis }) => {
      ok(isCase, asJson(case_))
      ok(isDiagnosis, asJson(toDocument(case_, diagnosis)))
    }),
  )
})

test('the schemas refuse what they do not know', () => {
  const document = toDocument(hostStarved.case_, hostStarved.diagnosis)
  assert.ok(!isDiagnosis({ ...document, extra: 1 }))
  assert.ok(!isDiagnosis({ ...document, verdict: 'fine' }))
  assert.ok(!isDiagnosis({ ...document, verdict: 'reachable' }), 'a reachable target has no causes')
  assert.ok(
    !isDiagnosis({ ...document, facts: [{ id: 'contact', at: '', seen: 'network', via: '' }] }),
    'a fact has a value or says why not',
  )
  assert.ok(
    !isCase({
      ...hostStarved.case_,
      facts: { contact: { at: '', seen: 'network', via: '', value: { contacts: [{}] } } },
    }),
  )
  assert.ok(!isCase({ ...hostStarved.case_, facts: { weather: { at: '', seen: 'network', via: '', value: {} } } }))
})

test('the schemas list what core lists', () => {
  const { $defs: diagnosis } = schema('diagnosis')
  const { $defs: facts } = schema('case')
  assert.deepEqual(diagnosis.stage.enum, [...STAGES, '—'])
  assert.deepEqual(diagnosis.fact.properties.id.enum, Object.keys(FACT_TITLES))
  assert.deepEqual(Object.keys(facts.facts.properties), Object.keys(FACT_TITLES))
  assert.deepEqual(facts.step.enum, LOGIN_STEPS)
  assert.deepEqual(facts.clientLog.properties.failure.enum, CLIENT_FAILURES)
})

type Keys<T> = Record<keyof T, true>
const KEYS = {
  target: { destination: true, host: true, port: true, user: true, ssh: true, command: true } satisfies Keys<Target>,
  contact: {
    address: true,
    family: true,
    port: true,
    source: true,
    connect: true,
    icmpUnreachable: true,
    retransmits: true,
    spokeAt: true,
    bytes: true,
    byteCount: true,
    firstByteAt: true,
    lastByteAt: true,
    identification: true,
    identificationAt: true,
    preBanner: true,
    preBannerCount: true,
    kexinitAt: true,
    end: true,
  } satisfies Keys<Contact>,
  login: {
    log: true,
    stepAt: true,
    seconds: true,
    exit: true,
    signal: true,
    stopped: true,
    shellAnswered: true,
    commandAnswered: true,
    retransmits: true,
    output: true,
  } satisfies Keys<LoginFact>,
  clientLog: {
    reached: true,
    client: true,
    server: true,
    preBanner: true,
    failure: true,
    says: true,
    methods: true,
    keysOffered: true,
    keysTried: true,
    interrupted: true,
    keysAccepted: true,
    partialSuccess: true,
    serverText: true,
    forcedCommand: true,
    proxied: true,
    proxyText: true,
    keyProblems: true,
    noCommon: true,
    host: true,
    address: true,
    hostKey: true,
    told: true,
    details: true,
    rest: true,
  } satisfies Keys<ClientLog>,
}
const FACT_KEYS = {
  'ssh-config': {
    version: true,
    ok: true,
    error: true,
    host: true,
    port: true,
    user: true,
    identityFiles: true,
    certificateFiles: true,
    identitiesOnly: true,
    identityAgent: true,
    proxyCommand: true,
    proxyJump: true,
    controlPath: true,
    controlMaster: true,
    addressFamily: true,
    connectTimeout: true,
    bindAddress: true,
    strictHostKeyChecking: true,
    userKnownHostsFiles: true,
    hostKeyAlias: true,
    hasRemoteCommand: true,
    forwards: true,
    sessionType: true,
  },
  'key-files': { files: true, agent: true, agentKeys: true },
  'control-socket': { path: true, room: true, exists: true, check: true, session: true, says: true },
  'own-connections': { bySource: true, target: true, port: true, source: true },
  'name-lookup': { name: true, addresses: true, ownName: true, error: true, code: true, seconds: true },
  route: { address: true, source: true, device: true, mtu: true, neighbour: true, says: true },
  'jump-contact': { host: true, port: true, lookup: true, contacts: true },
  'kexinit-size': { small: true, large: true },
  'server-log': {
    lines: true,
    throttling: true,
    drops: true,
    dropSources: true,
    penalties: true,
    failures: true,
    failureSources: true,
    accepted: true,
    keysRefused: true,
    told: true,
    toldOfUs: true,
    details: true,
    unsafePath: true,
    source: true,
    says: true,
  },
  'management-agent': { state: true, says: true },
  workloads: { state: true, says: true },
} satisfies { [K in FactId]?: Keys<Facts[K]> }
const KEY_FILE = { path: true, named: true, state: true, mode: true } satisfies Keys<KeyFile>

test('the schema of a case has every key that core has, and no other', () => {
  const { $defs } = schema('case')
  const sorted = (o: object) => Object.keys(o).sort()
  for (const [name, keys] of Object.entries(KEYS)) assert.deepEqual(sorted($defs[name].properties), sorted(keys), name)
  for (const [id, keys] of Object.entries(FACT_KEYS)) {
    assert.deepEqual(sorted($defs.facts.properties[id].properties.value.properties), sorted(keys), id)
  }
  const files = $defs.facts.properties['key-files'].properties.value.properties.files
  assert.deepEqual(sorted(files.items.properties), sorted(KEY_FILE))
})

test('keys stand in one order, whatever the order of the facts', () => {
  const { case_, diagnosis } = hostStarved
  const turned: Case = { ...case_, facts: Object.fromEntries(Object.entries(case_.facts).reverse()) }
  const document = toDocument(turned, diagnosis)
  assert.equal(JSON.stringify(document), JSON.stringify(toDocument(case_, diagnosis)))
  assert.deepEqual(Object.keys(document), [
    'schema',
    'version',
    'target',
    'verdict',
    'causes',
    'ruledOut',
    'next',
    'surer',
    'road',
    'notes',
    'signs',
    'facts',
    'spent',
  ])
})

test('rounds what nobody can know more exactly', () => {
  const [first] = toDocument(hostStarved.case_, hostStarved.diagnosis).causes
  assert.equal(first?.probability, 0.8612)
  assert.deepEqual(
    first?.because.map(({ bits }) => bits),
    [3.81, 2.58, -0.74],
  )
})

test('a reachable target has no causes, even where some were ranked', () => {
  const diagnosis: Diagnosis = { ...reachable.diagnosis, causes: hostStarved.diagnosis.causes }
  assert.deepEqual(toDocument(reachable.case_, diagnosis).causes, [])
})

test('counts the secrets it hid, once', () => {
  const { case_, diagnosis } = hostStarved
  const leaky = { ...case_, target: { ...case_.target, ssh: ['-o', 'ProxyCommand=sshpass -p hunter2 ssh gate'] } }
  const document = toDocument(leaky, diagnosis)
  assert.deepEqual(document.notes, ['1 secret hidden'])
  assert.ok(!JSON.stringify(document).includes('hunter2'))
  assert.deepEqual(hideSecrets(document), document)
})

test('interrupted is said only where it is so', () => {
  assert.equal(toDocument(hostile.case_, hostile.diagnosis).interrupted, true)
  assert.ok(!('interrupted' in toDocument(reachable.case_, reachable.diagnosis)))
})

test('its JSON commands no terminal and is the document', () => {
  fc.assert(
    fc.property(sample, ({ case_, diagnosis }) => {
      const document = toDocument(case_, diagnosis)
      const json = toJson(document)
      assert.doesNotMatch(json.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u)
      assert.deepEqual(JSON.parse(json), asJson(document))
    }),
  )
})
