import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { contact, heard, HOST } from '../../test/cases/facts.ts'
import { caseOf, noteFact } from './incident.ts'
import type { Answered, IncidentEvent, Opened } from './incident.ts'
import type { FactSheet, Target } from './types.ts'

const AT = '2026-01-02T03:04:05.000Z'
const target: Target = { destination: 'web1', host: 'web1', port: 22, user: 'ann', ssh: ['-4'] }
const opened: Opened = { kind: 'opened', at: AT, id: 'x', version: '1.2.3', target }
const answered = (id: Answered['id'], value: unknown, more: object = {}) =>
  ({ kind: 'answered', id, fact: { at: AT, seen: 'network', via: 'network', value }, ...more }) as Answered
const connected: IncidentEvent = { kind: 'connected', at: AT }

describe('a case is the fold of its events', () => {
  test('with nothing but its opening, it says what was asked about', () => {
    assert.deepEqual(caseOf([opened]), {
      schema: caseOf([opened]).schema,
      kind: 'sshmedic-case',
      version: '1.2.3',
      openedAt: AT,
      target,
      facts: {},
      spent: { connections: 0, seconds: 0 },
    })
  })

  test('where ssh would go stands in the target once ssh has said so, and the rest stays as typed', () => {
    const config = answered('ssh-config', { ok: true, host: HOST, port: 2222, user: 'bob' })
    assert.deepEqual(caseOf([opened, config]).target, {
      destination: 'web1',
      host: HOST,
      port: 2222,
      user: 'bob',
      ssh: ['-4'],
    })
  })

  test('nobody named is nobody', () => {
    const { user: _, ...anybody } = target
    assert.ok(!('user' in caseOf([{ ...opened, target: anybody }]).target))
  })

  test('the last answer stands, and an answer aside does not', () => {
    const first = answered('control-port', { contacts: [contact()] })
    const second = answered('control-port', { contacts: [] })
    assert.deepEqual(caseOf([opened, first, second]).facts['control-port'], second.fact)
    assert.deepEqual(caseOf([opened, first, { ...second, aside: true } as Answered]).facts['control-port'], first.fact)
  })

  test('connections are those the port saw, and those of other SSH servers', () => {
    const other = answered('other-ssh-port', {
      contacts: [contact(), heard('x', { how: 'enough', at: 1 }, { identification: 'SSH-2.0-x' })],
    })
    assert.equal(caseOf([opened, connected, connected, other]).spent.connections, 3)
  })

  test('the end tells the seconds, and whether the user cut it short', () => {
    const closed = { kind: 'closed', at: AT, seconds: 1.5 } as const
    assert.equal(caseOf([opened, closed]).spent.seconds, 1.5)
    assert.ok(!('interrupted' in caseOf([opened, closed])))
    assert.equal(caseOf([opened, { ...closed, interrupted: true }]).interrupted, true)
  })

  test('taken in one by one, the facts are those of the fold', () => {
    const ids = ['contact', 'control-port', 'second-service'] as const
    const one = fc
      .record({ id: fc.constantFrom(...ids), n: fc.nat(5), aside: fc.boolean() })
      .map(({ id, n, aside }) =>
        answered(id, { contacts: Array.from({ length: n }, () => contact()) }, aside ? { aside } : {}),
      )
    fc.assert(
      fc.property(fc.array(fc.oneof(one, fc.constant(connected))), (events) => {
        const facts: FactSheet = {}
        for (const event of events) noteFact(facts, event)
        assert.deepEqual(facts, caseOf([opened, ...events]).facts)
        const total = events.filter((event) => event === connected).length
        assert.equal(caseOf([opened, ...events]).spent.connections, total)
      }),
    )
  })
})
