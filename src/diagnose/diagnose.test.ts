import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { known } from '../core/probe.ts'
import type { Case, Diagnosis, FactSheet } from '../core/types.ts'
import { FAULTS } from '../knowledge/faults.ts'
import { anyFacts, FACT_IDS } from '../../test/cases/arbitrary-facts.ts'
import {
  HOST,
  atHome,
  config,
  contact,
  goodLogin,
  greeted,
  heard,
  loginTo,
  pasted,
  serverLog,
  sheet,
  shut,
  stepsTo,
} from '../../test/cases/facts.ts'
import { diagnose } from './diagnose.ts'

const here = (path: string): string => new URL(path, import.meta.url).pathname
const golden = readdirSync(here('../../test/cases'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(here(`../../test/cases/${file}`), 'utf8')) as Case)

const run = (facts: FactSheet): Diagnosis => diagnose(facts, golden[0]!.target)
const everyDiagnosis = (name: string, check: (got: Diagnosis, facts: FactSheet) => void) =>
  test(name, () =>
    fc.assert(
      fc.property(anyFacts, (facts) => check(run(facts), facts)),
      { numRuns: 500 },
    ),
  )

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

describe('over any fact sheet', () => {
  everyDiagnosis('reachable is said only where a shell answered', (got, facts) => {
    if (got.verdict !== 'reachable') return
    const shells = [known(facts, 'login'), known(facts, 'login-beyond-host-key')].filter((l) => l?.shellAnswered)
    assert.ok(shells.length > 0, JSON.stringify(got.signs))
  })

  everyDiagnosis('degraded is said only where something of the server ran for the user', (got) => {
    if (got.verdict === 'degraded')
      assert.match(got.signs.session ?? 'unread', /^(?:works|hangs-for-commands|runs-something-else)$/)
  })

  everyDiagnosis('the causes are ranked, add up to at most all, and each is of the book', (got) => {
    const shares = got.causes.map((c) => c.probability)
    assert.ok(shares.every((p) => p >= 0 && p <= 1) && shares.reduce((a, b) => a + b, 0) <= 1 + 1e-9)
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => b - a),
    )
    for (const { id } of got.causes) assert.ok(id === 'unknown' || FAULTS.some((f) => f.id === id), id)
    assert.ok(!got.causes.some((c) => c.id === 'healthy'))
    assert.equal(got.causes.length === 0, got.verdict === 'reachable')
  })

  everyDiagnosis('what is ruled out is no likely cause, stands once, and says why', (got) => {
    const likely = got.causes.filter((c, i) => i === 0 || c.probability >= 0.05).map((c) => c.id)
    const out = got.ruledOut.map((r) => r.id)
    assert.deepEqual(
      out.filter((id) => likely.includes(id)),
      [],
    )
    assert.equal(new Set(out).size, out.length)
    for (const { says } of got.ruledOut) assert.ok(says.length > 10)
  })

  everyDiagnosis('the evidence is finite, heaviest first, and speaks in clauses', (got) => {
    for (const { because } of got.causes) {
      for (const { bits, says, sign, value } of because) {
        assert.ok(Number.isFinite(bits) && Math.abs(bits) < 30, `${sign}=${value}: ${bits}`)
        assert.match(says, /\S/)
        assert.doesNotMatch(says, /undefined/)
      }
      const weights = because.map((e) => Math.abs(e.bits))
      assert.deepEqual(
        weights,
        weights.toSorted((a, b) => b - a),
      )
    }
  })

  everyDiagnosis('the next step belongs to the first cause, and a test is between causes that are listed', (got) => {
    assert.equal(got.next === null, got.verdict === 'reachable')
    const ids = got.causes.map((c) => c.id)
    for (const id of got.surer?.between ?? []) assert.ok(ids.includes(id), id)
    for (const text of [got.next?.says, got.next?.command, got.surer?.says, got.surer?.command])
      assert.doesNotMatch(text ?? '', /\{\w+\}|undefined/)
  })

  test('the same facts read the same, are left as they were, and survive being saved', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = JSON.stringify(facts)
        const first = run(freeze(facts))
        assert.equal(JSON.stringify(facts), before)
        assert.deepEqual(run(facts), first)
        assert.deepEqual(run(JSON.parse(before) as FactSheet), first)
      }),
    )
  })

  test('the arbitrary fact sheets leave out no fact that the published case may have', () => {
    const schema = JSON.parse(readFileSync(here('../../schema/case.schema.json'), 'utf8')) as {
      $defs: { facts: { properties: object } }
    }
    // The same shape as `login`, asked in another way.
    const alike = new Set(['command-session'])
    const all = Object.keys(schema.$defs.facts.properties).filter((id) => !alike.has(id))
    assert.deepEqual(
      all.filter((id) => !FACT_IDS.includes(id as never)),
      [],
    )
  })
})

describe('over facts that somebody else wrote', () => {
  const schema = JSON.parse(readFileSync(here('../../schema/case.schema.json'), 'utf8')) as object
  const isCase = new Ajv2020({ strict: false }).compile(schema)
  const junk = fc.oneof(
    fc.constantFrom(
      null,
      '',
      'x',
      0,
      -1,
      1e308,
      true,
      false,
      [],
      {},
      [null],
      [[]],
      '__proto__',
      '\x1b[2J',
      'open',
      'fin',
      'SSH-2.0-x',
    ),
    fc.jsonValue({ maxDepth: 2 }),
  )
  type Tree = Record<string, unknown>
  const leaves = (value: unknown, path: string[] = []): string[][] => [
    path,
    ...(typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([k, v]) => leaves(v, [...path, k]))
      : []),
  ]
  const mutated = fc.constantFrom(...golden).chain((seen) =>
    fc
      .record({
        path: fc.constantFrom(...leaves(seen.facts).filter((path) => path.length > 0)),
        value: junk,
        drop: fc.boolean(),
      })
      .map(({ path, value, drop }) => {
        const copy = structuredClone(seen) as unknown as Tree
        let at = copy.facts as Tree
        for (const key of path.slice(0, -1)) at = at[key] as Tree
        const last = path.at(-1)!
        if (drop) delete at[last]
        else at[last] = value
        return copy as unknown as Case
      }),
  )

  test('whatever fits the published schema is diagnosed', () => {
    let fitting = 0
    fc.assert(
      fc.property(mutated, (seen) => {
        if (!isCase(seen)) return
        fitting++
        const got = diagnose(seen.facts, seen.target)
        assert.ok(got.causes.every((c) => Number.isFinite(c.probability)))
      }),
      { numRuns: 4000 },
    )
    // Otherwise the property holds because it never ran.
    assert.ok(fitting > 200, `${fitting}`)
  })
})

describe('verdict and causes on plain pictures', () => {
  const first = (facts: FactSheet) => {
    const got = run(facts)
    return `${got.verdict} ${got.causes[0]?.id ?? '-'}`
  }
  const again = {
    contacts: [1, 2, 3].map(() =>
      greeted({ kexinitAt: undefined, spokeAt: undefined, end: { how: 'enough', at: 0.05 } }),
    ),
  }

  test('nothing known: unknown, and no cause pretends otherwise', () => {
    const got = run({})
    assert.equal(got.verdict, 'unknown')
    assert.ok((got.causes[0]?.probability ?? 0) < 0.2)
    assert.deepEqual(got.ruledOut, [])
  })

  test('a login to the shell and three tries that get through: reachable', () => {
    assert.equal(first(sheet({ ...atHome, login: goodLogin(), 'contact-again': again })), 'reachable -')
    assert.equal(first(sheet({ ...atHome, login: goodLogin() })), 'reachable -')
  })

  describe('a server that greets and begins the exchange, and no login (no ssh in PATH, or ^C)', () => {
    const half = sheet({ ...atHome, contact: { contacts: [greeted()] }, 'contact-again': again })
    test('is not reachable: nobody has seen a shell', () => assert.notEqual(run(half).verdict, 'reachable'))
    test('is not unreachable: nothing has failed', () => {
      assert.equal(run(half).verdict, 'unknown')
    })
  })

  test('a login to the shell although the notice came once: degraded by MaxStartups', () => {
    const tries = { contacts: [greeted(), heard('Exceeded MaxStartups\n', { how: 'fin', at: 0.06 }), greeted()] }
    const got = run(sheet({ ...atHome, login: goodLogin(), 'contact-again': tries }))
    assert.equal(`${got.verdict} ${got.causes[0]?.id}`, 'degraded maxstartups-saturated')
    assert.ok(
      got.notes.some((note) => /1 of 3 tries/.test(note)),
      got.notes.join(),
    )
  })

  test('a dropped handshake: the firewall, and a sentence about MaxStartups', () => {
    const got = run(
      sheet({
        ...atHome,
        contact: { contacts: [shut('timeout', 4.4)] },
        login: loginTo('connect', { seconds: 6.1, log: { failure: 'connect-timeout' } }),
      }),
    )
    assert.equal(`${got.verdict} ${got.causes[0]?.id}`, 'unreachable packets-dropped')
    assert.ok(got.ruledOut.some((r) => r.id === 'maxstartups-saturated'))
  })

  test('"Not allowed at this time" from one address only: penalty and MaxStartups both shown, and the test between them', () => {
    const got = run(
      sheet({ ...atHome, contact: { contacts: [heard('Not allowed at this time\n', { how: 'fin', at: 0.06 })] } }),
    )
    const two = got.causes.slice(0, 2).map((c) => c.id)
    assert.deepEqual(new Set(two), new Set(['maxstartups-saturated', 'per-source-penalty']))
    assert.match(got.surer?.says ?? '', /another address/)
    assert.equal(got.surer?.kind, 'test')
  })

  test('a silence where another service of the host speaks is sshd, where it is silent too the host', () => {
    const silent = { ...atHome, contact: { contacts: [contact({ spokeAt: 5.43 })] } }
    assert.equal(
      first(
        sheet({
          ...silent,
          'second-service': { contacts: [contact({ port: 443, end: { how: 'out-of-time', at: 3.7 } })] },
        }),
      ),
      'unreachable host-starved',
    )
    assert.equal(
      first(
        sheet({
          ...silent,
          'second-service': { contacts: [heard('HTTP/1.1 200 OK\n', { how: 'enough', at: 0.9 }, { port: 443 })] },
        }),
      ),
      'unreachable sshd-hung',
    )
  })

  test('your own many connections stand behind a full MaxStartups', () => {
    const facts = sheet({
      ...atHome,
      'own-connections': { bySource: { '203.0.113.200': 40 }, target: HOST, port: 22 },
      contact: { contacts: [heard('Exceeded MaxStartups\n', { how: 'fin', at: 0.06 })] },
    })
    const got = run(facts)
    assert.ok(
      got.causes[0]!.becauseOf.some((b) => b.id === 'own-parallelism'),
      got.causes[0]!.id,
    )
    assert.ok(got.notes.some((note) => note.includes('40 open connections')))
  })

  test('throttling in the log of an attacked server: brute force stands behind it', () => {
    const facts = sheet({
      'client-text': pasted(`Connection closed by ${HOST} port 22`),
      'server-log': serverLog({ throttling: 3, drops: 50, dropSources: 30, failures: 200, failureSources: 60 }),
    })
    const [cause] = run(facts).causes
    assert.equal(cause?.id, 'maxstartups-saturated')
    assert.deepEqual(
      cause?.becauseOf.map((b) => b.id),
      ['brute-force'],
    )
  })

  test('a live login with a dead shared connection: what the user types still hangs', () => {
    const facts = sheet({
      ...atHome,
      'ssh-config': config({ controlPath: '/home/me/cm' }),
      'control-socket': { path: '/home/me/cm', exists: true, check: 'hangs' },
      login: goodLogin(),
    })
    assert.equal(first(facts), 'unreachable control-socket-stale')
  })

  test('a shell that never comes is not reachable, however well the login went', () => {
    const facts = sheet({
      ...atHome,
      login: loginTo('session', {
        stopped: 'stalled',
        seconds: 9,
        exit: null,
        stepAt: stepsTo('session'),
        shellAnswered: false,
      }),
    })
    assert.equal(first(facts), 'unreachable login-hangs')
  })
})

test('what never came to a connection has not opened one', () => {
  const states = (text: string) =>
    Object.fromEntries(run(sheet({ 'client-text': pasted(text) })).road.map(({ name, state }) => [name, state]))
  assert.deepEqual(
    [
      states('ssh: Could not resolve hostname x: Name or service not known')['tcp'],
      states('Control socket connect(/tmp/x): Connection refused')['tcp'],
      states('/root/.ssh/config: line 1: Bad configuration option: foo')['tcp'],
      states('ssh: connect to host x port 22: Connection refused')['tcp'],
      states('kex_exchange_identification: read: Connection reset by peer')['tcp'],
    ],
    ['not-reached', 'not-asked', 'not-asked', 'fail', 'ok'],
  )
})

test('a server that says yes to every key is not taken to know the key it refuses then', () => {
  // tinysshd answers SSH_MSG_USERAUTH_PK_OK to any key, and refuses the signature.
  const tinysshd = 'SSH-2.0-tinyssh_noversion'
  const met = greeted({ identification: tinysshd, bytes: btoa(`${tinysshd}\r\n`) })
  const refused = loginTo('signed', {
    log: { server: tinysshd, failure: 'permission-denied', methods: ['publickey'], keysOffered: 1, keysAccepted: 1 },
  })
  const asUser = (user: string) =>
    run(sheet({ ...atHome, 'ssh-config': config({ user }), contact: { contacts: [met] }, login: refused }))
  const ordinary = asUser('ubuntu')
  assert.equal(ordinary.signs['auth'], 'denied')
  assert.equal(ordinary.causes[0]?.id, 'key-not-accepted')
  assert.ok(!ordinary.causes.some(({ id }) => id === 'root-login-forbidden'))
  assert.ok(ordinary.ruledOut.some(({ id, says }) => id === 'root-login-forbidden' && /as root/.test(says)))
  assert.equal(asUser('root').causes[0]?.id, 'key-not-accepted')
})

test('a full dropbear hangs up without a word, and is told from a child that dies once a try was greeted', () => {
  const dropbear = 'SSH-2.0-dropbear_2025.89'
  const answered = greeted({ identification: dropbear, bytes: btoa(`${dropbear}\r\n`) })
  const hungUp = contact({ end: { how: 'fin', at: 0.01 } })
  const full = run(
    sheet({ ...atHome, contact: { contacts: [hungUp] }, 'contact-again': { contacts: [answered, hungUp, hungUp] } }),
  )
  assert.equal(full.causes[0]?.id, 'maxstartups-saturated')
  assert.match(full.next?.says ?? '', /30 in all/)
  assert.ok(!full.causes.some(({ id }) => id === 'per-source-penalty' || id === 'upgraded-not-restarted'))
})

test('who is told less because the budget was spent is told so', () => {
  const refused = (why: 'not-allowed' | 'timed-out'): FactSheet => ({
    ...sheet({ ...atHome }),
    contact: { at: '', seen: 'client', via: '', missing: { why, says: 'x' } },
  })
  assert.ok(run(refused('not-allowed')).notes.some((note) => note.includes('--budget')))
  assert.ok(!run(refused('timed-out')).notes.some((note) => note.includes('--budget')))
})
