import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyBar } from '../../knowledge/phrases/key-refusal.ts'
import { type Bar, barredBy, type Bearer } from './key-options.ts'

const ed25519 = { type: 'ssh-ed25519', blob: 'AAAAC3NzaC1lZDI1NTE5AAAAIE0kZzAvnG0xHq0QSRiGtlmG6Dlr2rm7N4oVrxqJ8k1l' }
const today: Bearer = { address: '192.0.2.7', now: Date.UTC(2026, 10, 21) / 1000 }
const says = (bar: Bar | undefined): string | undefined => bar && keyBar(bar)
const bars = (options: string, bearer: Bearer = today) => says(barredBy({ ...ed25519, options }, bearer))

/** A key of that many bits, with the leading zero byte a positive number needs. */
function rsa(bits: number): { type: string; blob: string } {
  const field = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, bytes.length >> 8, bytes.length & 255]), bytes])
  const n = Buffer.concat([Buffer.from([0]), Buffer.alloc(bits / 8, 0x80)])
  const blob = Buffer.concat([field(Buffer.from('ssh-rsa')), field(Buffer.from([1, 0, 1])), field(n)])
  return { type: 'ssh-rsa', blob: blob.toString('base64') }
}

test('an address that from= does not name is kept out, and only where a name could not be ours', () => {
  assert.match(bars('from="198.51.100.0/24"') ?? '', /does not name your address 192\.0\.2\.7/)
  assert.match(bars('no-pty,from="!192.0.2.7,192.0.2.*"') ?? '', /does not name/)
  assert.equal(bars('from="192.0.2.0/24",no-pty'), undefined)
  assert.equal(bars('from="198.51.100.1,192.0.2.?"'), undefined)
  assert.equal(bars('from="*.example.org,198.51.100.1"'), undefined)
  assert.equal(bars('from="198.51.100.1"', { now: today.now }), undefined)
})

test('a day that has passed everywhere on Earth ends a key', () => {
  assert.match(bars('expiry-time="20240101"') ?? '', /expiry-time="20240101" has passed/)
  assert.match(bars('expiry-time="202611192359Z"') ?? '', /has passed/)
  assert.equal(bars('expiry-time="20261121"'), undefined)
  assert.equal(bars('expiry-time="20990101"'), undefined)
})

test('sshd takes no key behind an option it does not know, nor a certificate authority for a key', () => {
  assert.match(bars('no-such-option') ?? '', /no-such-option/)
  assert.match(bars('cert-authority,principals="alice"') ?? '', /certificates only/)
  assert.equal(
    bars(
      'restrict,pty,command="/bin/sh -c \\"a, b\\"",environment="A=B",permitopen="h:1",no-touch-required,X11-forwarding',
    ),
    undefined,
  )
})

test('algorithm and length are what the server asks for', () => {
  const algorithms = ['rsa-sha2-512', 'ecdsa-sha2-nistp256']
  assert.match(bars('', { ...today, algorithms }) ?? '', /lacks the algorithm of the key, ssh-ed25519/)
  assert.equal(barredBy(rsa(2048), { ...today, algorithms, rsaBits: 2048 }), undefined)
  assert.match(says(barredBy(rsa(1024), { ...today, rsaBits: 2048 })) ?? '', /has 1024 bits/)
  assert.match(
    says(barredBy(rsa(2048), { ...today, algorithms: ['ssh-ed25519'] })) ?? '',
    /lacks the algorithm of the key, rsa-sha2-512/,
  )
  assert.equal(barredBy({ type: 'ssh-rsa', blob: 'AAAA' }, { ...today, rsaBits: 2048 }), undefined)
})
