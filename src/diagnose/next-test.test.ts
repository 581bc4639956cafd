import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Probe } from '../core/probe.ts'
import type { Target } from '../core/types.ts'
import { HYPOTHESES } from '../knowledge/likelihood.ts'
import { SIGNS, SIGN_BY_ID } from '../knowledge/signs.ts'
import { PROBES } from '../medic/probes.ts'
import { anyFacts } from '../../test/cases/arbitrary-facts.ts'
import { HOST, atHome, contact, sheet } from '../../test/cases/facts.ts'
import { expectedInformation, rankTests } from './next-test.ts'
import { entropy, posterior, readSigns } from './posterior.ts'

const target: Target = { destination: HOST, host: HOST, port: 22, ssh: [] }

describe('expected information', () => {
  test('is never less than nothing, nor more than there is to learn', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...SIGNS), (facts, sign) => {
        const now = posterior(readSigns(facts))
        const bits = expectedInformation(sign.id, now)
        assert.ok(bits >= -1e-9, `${bits}`)
        assert.ok(bits <= entropy(now.map((w) => w.probability)) + 1e-9)
        assert.ok(
          bits <= Math.log2(sign.values.length) + 1e-9,
          `${sign.id} tells ${bits} bits with ${sign.values.length} values`,
        )
      }),
    )
  })

  test('is none of a sign under which all who are left read alike', () => {
    const [only] = HYPOTHESES
    for (const sign of SIGNS) {
      assert.ok(Math.abs(expectedInformation(sign.id, [{ hypothesis: only!, probability: 1 }])) < 1e-9)
      const twins = [0.3, 0.7].map((probability) => ({
        hypothesis: { ...only!, id: `twin ${probability}` },
        probability,
      }))
      assert.ok(Math.abs(expectedInformation(sign.id, twins)) < 1e-9, sign.id)
    }
    const rivals = ['host-starved', 'sshd-hung'].map((id) => ({
      hypothesis: HYPOTHESES.find((h) => h.id === id)!,
      probability: 0.5,
    }))
    assert.ok(expectedInformation('server-text', rivals) < 0.05, 'neither lets anybody come to the login')
  })

  test('is none of a sign nobody knows', () => assert.equal(expectedInformation('no such sign', posterior([])), 0))

  test('is much where two rivals read differently', () => {
    const rival = (id: string) => ({ hypothesis: HYPOTHESES.find((h) => h.id === id)!, probability: 0.5 })
    const now = [rival('host-starved'), rival('sshd-hung')]
    assert.ok(expectedInformation('second-service', now) > 0.3)
  })
})

describe('the next-best test', () => {
  test('is never one that does not apply, nor one that was asked already, in vain or not', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const ranked = rankTests(PROBES, facts, target, posterior(readSigns(facts)))
        for (const { probe, bits, worth } of ranked) {
          assert.equal(facts[probe.id], undefined)
          assert.ok(probe.applies(facts, target))
          assert.ok(bits >= 0 && worth >= 0 && Number.isFinite(worth))
        }
        assert.deepEqual(
          ranked.map((r) => r.worth),
          ranked.map((r) => r.worth).toSorted((a, b) => b - a),
        )
      }),
    )
  })

  test('weighs what is learnt against seconds, connections and load', () => {
    const probe = (id: 'contact' | 'route', cost: Probe['cost']): Probe => ({
      id,
      cost,
      needs: 'network',
      asks: 'what?',
      decides: ['first-contact'],
      applies: () => true,
      run: () => Promise.reject(new Error('not run')),
    })
    const idle = { ...probe('route', { seconds: 1, connections: 0, load: 0 }), decides: [] }
    assert.equal(rankTests([idle], {}, target, posterior([]))[0]?.bits, 0)
    const cheap = probe('route', { seconds: 1, connections: 0, load: 0 })
    const dear = probe('contact', { seconds: 1, connections: 4, load: 1 })
    const [first, second] = rankTests([dear, cheap], {}, target, posterior([]))
    assert.equal(first?.probe, cheap)
    assert.equal(first?.bits, second?.bits)
    assert.ok(first!.worth > second!.worth)
  })

  test('asks what costs sshd nothing first where a silence leaves open whether sshd or the host hangs', () => {
    const facts = sheet({ ...atHome, contact: { contacts: [contact()] } })
    const ranked = rankTests(PROBES, facts, target, posterior(readSigns(facts)))
    assert.deepEqual(new Set(ranked.slice(0, 2).map((r) => r.probe.id)), new Set(['second-service', 'control-port']))
  })

  test('has no question left where everything was asked', () => {
    const asked = Object.fromEntries(
      PROBES.map((probe) => [
        probe.id,
        { at: '', seen: 'network', via: '', missing: { why: 'absent', says: 'asked' } },
      ]),
    )
    assert.deepEqual(rankTests(PROBES, asked, target, posterior([])), [])
  })

  test('is worth nothing where its sign is read already', () => {
    // The user's words and ours give the same sign; core/probe.ts: "weighs it by the first that is still unread".
    const sign = SIGN_BY_ID.get('proxy')!
    const facts = sheet({
      ...atHome,
      login: {
        log: {
          reached: 'start',
          server: 'SSH-2.0-x',
          preBanner: [],
          keysOffered: 0,
          keysAccepted: 0,
          partialSuccess: false,
          serverText: [],
          forcedCommand: false,
          proxyText: ['x'],
          keyProblems: [],
          rest: [],
        },
        stepAt: { start: 0 },
        seconds: 1,
        exit: 255,
      },
    })
    assert.equal(sign.read(facts), 'clear')
    const jump: Probe = { ...PROBES.find((p) => p.id === 'jump-contact')!, applies: () => true }
    const [ranked] = rankTests([jump], facts, target, posterior(readSigns(facts)))
    assert.equal(ranked?.bits, 0)
  })
})
