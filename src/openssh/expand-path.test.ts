import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { expandPath } from './expand-path.ts'

const expand = (path: string) =>
  expandPath(path, '/home/me', { h: 'web', d: '/home/me', j: '' }, { KEYS: '/keys', NONE: undefined })

test('home, tokens and variables', () => {
  assert.equal(expand('~/.ssh/id_rsa'), '/home/me/.ssh/id_rsa')
  assert.equal(expand('%d/%h%%.pem'), '/home/me/web%.pem')
  assert.equal(expand('${KEYS}/~a'), '/keys/~a')
  assert.equal(expand('plain file'), 'plain file')
})

test('what only ssh can expand is not guessed', () => {
  for (const path of ['~other/key', '%C', '%', '${NONE}/key', '${toString}', '%j'])
    assert.equal(expand(path), undefined, path)
})

test('any path without %, $ and ~ is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      const expanded = expand(path)
      if (!/[%$~]/.test(path)) assert.equal(expanded, path)
    }),
  )
})
