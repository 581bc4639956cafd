import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { STAGES } from '../core/types.ts'
import type { Fault, Sign } from '../core/types.ts'
import { insideWords } from '../diagnose/inside-words.ts'
import { placeFacts } from '../diagnose/placeholders.ts'
import { atHome, config, contact, greeted, HOST, pasted, sheet } from '../../test/cases/facts.ts'
import { faults as broken } from '../../lab/faults/index.ts'
import { FAULTS, FAULT_BY_ID } from './faults.ts'
import { SIGNS, SIGN_BY_ID } from './signs.ts'

/** The table of issue 2, word for word: these ids are permanent. */
const PROMISED: Record<string, string> = {
  client:
    'key-file-missing key-file-too-open too-many-keys-offered proxy-command-fails jump-host-unreachable control-socket-stale host-key-changed host-key-unknown probe-not-trustworthy',
  name: 'name-not-found name-lookup-fails',
  path: 'host-unreachable packets-dropped packets-rejected connection-rate-limited packet-loss mtu-black-hole protocol-blocked ipv6-path-broken source-banned',
  port: 'nothing-listens listens-on-other-port not-an-ssh-server tarpit forwarder-without-backend',
  banner:
    'maxstartups-saturated per-source-limit per-source-penalty sshd-hung sshd-child-dies fork-refused privsep-directory-missing upgraded-not-restarted host-keys-unusable denied-by-tcp-wrappers log-daemon-hung descriptors-exhausted',
  host: 'host-starved memory-exhausted cpu-starved io-stalled disk-full still-booting',
  kex: 'no-common-algorithm',
  auth: 'key-not-accepted user-not-allowed root-login-forbidden strict-modes-refuses account-locked account-expired logins-closed method-not-offered more-methods-required authentication-slow reverse-dns-slow',
  session: 'shell-exits command-forced login-hangs sessions-refused',
}

/** What no sandbox can do to one machine alone; each has a golden case instead. */
const NOT_BREAKABLE: Record<string, string> = {
  'memory-exhausted': 'the memory is that of the whole host; the golden case has what outside sees of it',
  'io-stalled': 'no machine has a disk of its own to stop',
  'disk-full': 'all machines share one file system, and a full one lets everybody in (openssh.md 4.4 #68)',
}

const here = (path: string): string => new URL(path, import.meta.url).pathname
const signOf = (id: string, where: string): Sign => {
  const sign = SIGN_BY_ID.get(id)
  assert.ok(sign, `${where} names the sign ${id}, which does not exist`)
  return sign
}
const everyFault = (name: string, check: (fault: Fault) => void) =>
  test(name, () => {
    for (const fault of FAULTS) check(fault)
  })

describe('the registry of faults', () => {
  test('holds every file, under the id and the stage that its path says', async () => {
    const files = readdirSync(here('faults'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    )
    for (const file of files) {
      const [stage, name] = file.split('/')
      const { default: fault } = (await import(`./faults/${file}`)) as { default: Fault }
      assert.equal(`${fault.id}.ts`, name, file)
      assert.equal(fault.stage, stage, file)
      assert.equal(FAULT_BY_ID.get(fault.id), fault, `${file} is not in faults.ts`)
    }
    assert.equal(FAULTS.length, files.length)
  })

  test('has each id once', () => {
    assert.deepEqual(FAULTS.map((f) => f.id).toSorted(), [...FAULT_BY_ID.keys()].toSorted())
    assert.equal(new Set(FAULTS.map((f) => f.id)).size, FAULTS.length)
  })

  test('has every id that issue 2 promises, at its stage', () => {
    for (const [stage, ids] of Object.entries(PROMISED))
      for (const id of ids.split(' ')) assert.equal(FAULT_BY_ID.get(id)?.stage, stage, id)
  })

  test('goes along the road', () => {
    const order = FAULTS.map((f) => STAGES.indexOf(f.stage as never))
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
  })

  test('breaks a real machine for each, or has a golden case for it', () => {
    const breakable = new Set(broken.map((f) => f.id))
    const golden = (id: string) => existsSync(here(`../../test/cases/${id}.json`))
    const bare = FAULTS.map((f) => f.id).filter((id) => !breakable.has(id) && !golden(id))
    assert.deepEqual(bare, [], 'neither lab/faults/index.ts nor test/cases has these')
    for (const id of Object.keys(NOT_BREAKABLE)) {
      assert.ok(golden(id), `${id} cannot be broken and needs test/cases/${id}.json`)
      assert.ok(!breakable.has(id), `${id} can be broken after all: take it off the list`)
    }
  })

  test('knows every id that lab/faults breaks or calls right', () => {
    const known = (id: string) => id === 'healthy' || FAULT_BY_ID.has(id)
    for (const fault of broken)
      for (const id of [fault.id, ...Object.keys(fault.alsoRight ?? {})])
        assert.ok(known(id), `${id} in lab/faults/${fault.id}.ts`)
  })
})

describe('a fault', () => {
  everyFault('weighs something and says where that comes from', ({ id, prior, sources, why }) => {
    assert.ok(prior > 0 && Number.isFinite(prior), id)
    assert.ok(sources.length > 0 && sources.every((s) => s.trim() !== ''), id)
    assert.match(why, /^\S.{20,}\.$/s, id)
  })

  everyFault('has a title that is a short sentence in plain words', ({ id, title }) => {
    assert.ok(title.length <= 80, `${id}: ${title.length} characters`)
    assert.ok(/^(?:[A-Z]|sshd?\b|tcp wrappers)/.test(title) && !/[.!]$/.test(title), title)
    assert.ok(title.split(' ').length >= 3, title)
    // The name of a directive or an error code alone tells a tired person nothing.
    assert.doesNotMatch(title, /\b(?:MaxStartups|PerSource\w+|EMFILE|EAGAIN|KEXINIT|ICMP|RST|SYN|PMTU|EOF)\b/, id)
    // What is ruled out is shown with its title as it stands.
    assert.doesNotMatch(title, /[{}]/, id)
  })

  everyFault('speaks of signs and values that exist', (fault) => {
    const [rows, excluded] = [Object.entries(fault.likelihood), Object.keys(fault.excludedBy ?? {})]
    for (const [id, row] of rows) {
      const sign = signOf(id, `${fault.id}.likelihood`)
      for (const value of Object.keys(row))
        assert.ok(sign.values.includes(value), `${fault.id}.likelihood: ${id} is never ${value}`)
    }
    for (const cause of fault.becauseOf ?? []) {
      const sign = signOf(cause.sign, `${fault.id}.becauseOf`)
      for (const value of cause.values)
        assert.ok(sign.values.includes(value), `${fault.id}.becauseOf: ${cause.sign} is never ${value}`)
      assert.ok(cause.title !== '' && cause.values.length > 0, fault.id)
    }
    for (const key of excluded) {
      const [id = '', value = ''] = key.split('=')
      assert.ok(
        signOf(id, `${fault.id}.excludedBy`).values.includes(value),
        `${fault.id}.excludedBy: ${id} is never ${value}`,
      )
    }
  })

  everyFault('guesses rows that are shares of one whole', ({ id, likelihood }) => {
    assert.ok(Object.keys(likelihood).length > 0, `${id} has no row: nothing could ever speak for it`)
    for (const [sign, row] of Object.entries(likelihood)) {
      const shares = Object.values(row)
      const sum = shares.reduce((a, b) => a + b, 0)
      assert.ok(shares.length > 0 && shares.every((p) => p > 0 && p <= 1), `${id} ${sign}`)
      assert.ok(sum <= 1.0001, `${id} ${sign} sums to ${sum}`)
    }
  })

  everyFault('refines only another fault, and never in a circle', ({ id, refines }) => {
    if (refines === undefined) return
    assert.ok(FAULT_BY_ID.has(refines) && refines !== id, id)
    assert.equal(FAULT_BY_ID.get(refines)?.refines, undefined, `${id} refines ${refines}, which refines another`)
    assert.ok(FAULT_BY_ID.get(id)!.prior < FAULT_BY_ID.get(refines)!.prior, `${id} weighs more than all of ${refines}`)
  })

  test('advises only with words that placeholders.ts can fill in', () => {
    const whole = sheet({
      ...atHome,
      'ssh-config': config({ proxyJump: 'jump.example.org' }),
      'key-files': { files: [{ path: '/home/me/k.pem', named: true, state: 'too-open' }], agent: 'none' },
      'other-ssh-port': { contacts: [contact({ port: 222 }), greeted({ port: 2222 })] },
      'client-text': pasted(
        `Unable to negotiate with ${HOST} port 22: no matching cipher found. Their offer: aes128-cbc,3des-cbc`,
      ),
    })
    const target = { destination: `ubuntu@${HOST}`, host: HOST, port: 22, user: 'ubuntu', ssh: [] }
    for (const { id, advice, insideAdvice = [] } of FAULTS) {
      const texts = [advice, ...insideAdvice].flatMap((one) => [one.says, one.command ?? ''])
      for (const text of texts) {
        for (const [placeholder] of text.matchAll(/\{\w+\}/g)) {
          // Each of those has its test beside inside-words.ts; only what is said from within may use them.
          if (placeholder.slice(1, -1) in insideWords({}) && text !== advice.says && text !== advice.command) continue
          const filled = placeFacts(placeholder, whole, target)
          assert.notEqual(filled, placeholder.slice(1, -1).toUpperCase(), `${id}: nobody fills in ${placeholder}`)
        }
        assert.doesNotMatch(text.replaceAll(/\{\w+\}/g, ''), /[{}]/, id)
      }
      for (const one of [advice, ...insideAdvice]) assert.match(one.says, /^\S.*[.!?]$/s, `${id}: advice is a sentence`)
    }
  })
})

describe('a sign', () => {
  test('has its own id and a place on the road', () => {
    assert.equal(new Set(SIGNS.map((s) => s.id)).size, SIGNS.length)
    for (const sign of SIGNS) assert.ok(STAGES.includes(sign.stage), sign.id)
  })

  test('has at least two values, one of which a healthy machine shows', () => {
    for (const sign of SIGNS) {
      assert.ok(sign.values.length >= 2 && new Set(sign.values).size === sign.values.length, sign.id)
      assert.ok(sign.values.includes(sign.passes), sign.id)
    }
  })

  test('says a clause for each value and for no other', () => {
    for (const sign of SIGNS) {
      assert.deepEqual(Object.keys(sign.says).toSorted(), sign.values.toSorted(), sign.id)
      for (const [value, clause] of Object.entries(sign.says))
        assert.match(clause, /^\S.{8,118}[^\s.]$/, `${sign.id}=${value}`)
    }
  })

  test('is unread where there are no facts, or none that could be had', () => {
    for (const sign of SIGNS) {
      assert.equal(sign.read({}), undefined, sign.id)
      const none = Object.fromEntries(
        sign.from.map((id) => [
          id,
          { at: '', seen: 'network', via: '', missing: { why: 'absent', says: 'not to be had' } },
        ]),
      )
      assert.equal(sign.read(none), undefined, sign.id)
    }
  })

  test('bears on at least one fault', () => {
    const used = new Set(FAULTS.flatMap((f) => Object.keys(f.likelihood)))
    assert.deepEqual(
      SIGNS.map((s) => s.id).filter((id) => !used.has(id)),
      [],
    )
  })
})
