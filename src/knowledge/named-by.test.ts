import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOG_MESSAGES } from '../core/log-messages.ts'
import { FAULTS } from './faults.ts'
import { faultNamedBy, faultsLeftOpenBy, NAMED_BY_OTHERS, NAMED_BY_SSHD } from './named-by.ts'

test('every message of a log names one fault, or leaves some open', () => {
  for (const message of LOG_MESSAGES) {
    const names = FAULTS.filter(({ namedBy = [] }) => namedBy.includes(message)).map(({ id }) => id)
    assert.ok(
      names.length <= 1,
      `${message} names ${names.join(', ')}. Do this: leave it in the namedBy of one of them`,
    )
    const open = faultsLeftOpenBy(message)
    assert.ok(
      names.length + open.length > 0,
      `${message} names nothing. Do this: put it into namedBy (or leftOpenBy) of the fault it tells of`,
    )
    assert.equal(faultNamedBy(message), names[0])
  }
})

test('who names what', () => {
  assert.ok(NAMED_BY_SSHD.includes('fork-refused') && !NAMED_BY_OTHERS.includes('fork-refused'))
  assert.ok(NAMED_BY_OTHERS.includes('source-banned') && !NAMED_BY_SSHD.includes('source-banned'))
  // sshd's refusal of its configuration; that the unit failed says not why.
  assert.ok(NAMED_BY_SSHD.includes('nothing-listens') && !NAMED_BY_OTHERS.includes('nothing-listens'))
  assert.deepEqual(faultsLeftOpenBy('service-failed'), ['nothing-listens', 'port-taken'])
})
