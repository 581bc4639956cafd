import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readLoginLimit } from './login-limit.ts'

const FILE = '/etc/security/limits.conf'
const text = (
  limits: readonly string[],
  { uid = 1000, who = ['alice', 'alice', 'bob'], pam = '/etc/pam.d/sshd' } = {},
) =>
  `@user\n${uid}\nalice dev\n@limits\n${limits.map((line) => `${FILE}:${line}`).join('\n')}\n@who\n${who.join('\n')}\n@pam\n${pam}\n`
const limit = (...limits: string[]) => {
  const { limit, of } = readLoginLimit(text(limits), 'alice')!
  return limit === undefined ? undefined : `${limit} ${of}`
}

test('a line about the user counts before one about a group, and that before one about everybody', () => {
  assert.equal(limit(), undefined)
  assert.equal(limit('alice hard maxlogins 4', '* - maxlogins 9'), '4 user')
  assert.equal(limit('* - maxlogins 9', '@dev hard maxlogins 3'), '3 user')
  assert.equal(limit('@ops hard maxlogins 3', 'bob - maxlogins 1'), undefined)
  assert.equal(limit('alice hard maxlogins 4', 'alice soft maxlogins 6'), '6 user', 'of two alike the last')
  assert.equal(limit('* hard maxsyslogins 30'), '30 all')
  assert.equal(limit('% hard maxlogins 20'), '20 all')
  assert.equal(limit('alice hard nproc 4'), undefined)
})

test('groups and wildcards bind no root, and where PAM does not ask, nobody', () => {
  assert.equal(readLoginLimit(text(['* hard maxlogins 1'], { uid: 0 }), 'alice')?.limit, undefined)
  assert.equal(readLoginLimit(text(['* hard maxlogins 1'], { pam: '' }), 'alice')?.limit, undefined)
})

test('logins are counted, and the line is shown with its file', () => {
  assert.deepEqual(readLoginLimit(text(['alice hard maxlogins 2']), 'alice'), {
    limit: 2,
    of: 'user',
    file: FILE,
    line: 'alice hard maxlogins 2',
    open: 2,
    openOfAll: 3,
  })
  assert.equal(readLoginLimit('@who\nalice\n', 'alice'), undefined, 'nobody knows the user')
})

test('whatever is printed, it is read', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300 }),
      (noise) => void readLoginLimit(`@user\n1000\n@limits\n${noise}`, 'alice'),
    ),
  )
})
