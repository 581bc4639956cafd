import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { keyFileKind } from './key-file-kind.ts'

const folder = mkdtempSync(join(tmpdir(), 'key-kind-'))
after(() => rmSync(folder, { recursive: true }))
const skip = spawnSync('ssh-keygen', ['-?']).error ? 'there is no ssh-keygen' : false

function makeKey(name: string, ...args: string[]): string {
  const path = join(folder, name)
  const made = spawnSync('ssh-keygen', ['-q', '-f', path, ...args], { encoding: 'utf8' })
  assert.equal(made.status, 0, made.stderr)
  return readFileSync(path, 'latin1')
}
/** Whether the real ssh-keygen takes the text as a private key, with the passphrase given. */
function taken(text: string, passphrase = ''): boolean {
  const path = join(folder, 'tried')
  rmSync(path, { force: true })
  writeFileSync(path, text, 'latin1')
  chmodSync(path, 0o600)
  return spawnSync('ssh-keygen', ['-y', '-P', passphrase, '-f', path]).status === 0
}

test('every format ssh-keygen writes, with and without a passphrase', { skip }, () => {
  assert.equal(keyFileKind(makeKey('ed', '-t', 'ed25519', '-N', ''), true), 'private')
  assert.equal(keyFileKind(makeKey('ed-locked', '-t', 'ed25519', '-N', 'secret'), true), 'encrypted')
  for (const format of ['PEM', 'PKCS8', 'RFC4716']) {
    assert.equal(keyFileKind(makeKey(format, '-t', 'ecdsa', '-m', format, '-N', ''), true), 'private', format)
    const locked = makeKey(format + '-locked', '-t', 'ecdsa', '-m', format, '-N', 'secret')
    assert.equal(keyFileKind(locked, true), 'encrypted', format)
  }
  assert.equal(keyFileKind(readFileSync(join(folder, 'ed.pub'), 'latin1'), true), 'public')
})

test('what damage a key survives is what the real ssh-keygen says', { skip }, () => {
  const ed = makeKey('ed2', '-t', 'ed25519', '-N', '')
  const pem = makeKey('pem2', '-t', 'rsa', '-m', 'PEM', '-N', '')
  const damage: Record<string, (text: string) => string> = {
    none: (t) => t,
    'carriage returns': (t) => t.replaceAll('\n', '\r\n'),
    'an empty line in front': (t) => '\n' + t,
    'a word in front': (t) => 'Bag Attributes\n' + t,
    'no last line feed': (t) => t.trimEnd(),
    'the second half missing': (t) => t.slice(0, t.length / 2),
    'text behind': (t) => t + 'comment\n',
  }
  for (const [name, break_] of Object.entries(damage)) {
    for (const key of [ed, pem]) {
      const text = break_(key)
      const ours = keyFileKind(text, true) === 'private'
      // The one thing not looked into is the body of a PEM.
      if (key === pem && name === 'the second half missing') continue
      assert.equal(ours, taken(text), `${name}: ${text.slice(0, 35)}`)
    }
  }
})

test('other files users give by mistake', () => {
  const others = [
    '',
    'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n',
    '-----BEGIN CERTIFICATE-----\nMII\n',
    '\0\0',
  ]
  for (const text of others) assert.equal(keyFileKind(text, true), 'other')
  assert.equal(keyFileKind('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHvM me@home\n', true), 'public')
  assert.equal(keyFileKind('---- BEGIN SSH2 PUBLIC KEY ----\n', true), 'public')
})

test('any text: one of four words, in no time', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '-----BEGIN OPENSSH PRIVATE KEY-----\n',
      '-----END OPENSSH PRIVATE KEY-----\n',
      'b3BlbnNzaC1rZXktdjEA',
    ),
    fc.base64String(),
  )
  fc.assert(
    fc.property(fc.array(part), fc.boolean(), (parts, whole) => {
      assert.ok(['private', 'encrypted', 'public', 'other'].includes(keyFileKind(parts.join(''), whole)))
    }),
  )
})
