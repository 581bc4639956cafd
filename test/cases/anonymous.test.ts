import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymous } from './anonymous.ts'
import { caseOf, sheet } from './facts.ts'

test('nothing of one lab stays in a case, and what belongs together still does', () => {
  const facts = sheet({
    'ssh-config': {
      ok: false,
      error: 'trixie-ab2cd3 (10.77.9.10, fd77:0:9:3::10) /run/sshmedic/smab2cd3/home/.ssh/config smab2cd3m',
    },
  })
  const clean = anonymous(
    caseOf(facts, { target: { destination: 'alice@10.77.9.10', host: '10.77.9.10', port: 22, ssh: [] } }),
  )
  assert.equal(clean.target.host, '203.0.113.10')
  assert.deepEqual(clean.facts['ssh-config'], {
    ...facts['ssh-config'],
    value: { ok: false, error: 'server (203.0.113.10, 2001:db8:0:3::10) /home/me/.ssh/config labm' },
  })
})
