import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCertificate } from './certificate.ts'

/** Made by ssh-keygen 9.2: `-s ca -I alice@example.org -n alice,deploy -V … -O source-address=… -O no-pty`; of a host; without names and end. */
const MADE = {
  ed25519: [
    'AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2guY29tAAAAIKDkRfYFC5lOQ5LrVHmoAhciL7aDqNqS/qeWDn6OMPn6AAAAIJCk6Wq0uy',
    'C5z1nnJ2DKZMLEABtX6lH1cgVeJOU8vILzAAAAAAAAAAAAAAABAAAAEWFsaWNlQGV4YW1wbGUub3JnAAAAEwAAAAVhbGljZQAAAAZkZXBsb3kA',
    'AAAAaVW5AAAAAABpVwqAAAAAMwAAAA5zb3VyY2UtYWRkcmVzcwAAAB0AAAAZMTkyLjAuMi4wLzI0LDE5OC41MS4xMDAuNwAAAHAAAAAVcGVybW',
    'l0LVgxMS1mb3J3YXJkaW5nAAAAAAAAABdwZXJtaXQtYWdlbnQtZm9yd2FyZGluZwAAAAAAAAAWcGVybWl0LXBvcnQtZm9yd2FyZGluZwAAAAAA',
    'AAAOcGVybWl0LXVzZXItcmMAAAAAAAAAAAAAADMAAAALc3NoLWVkMjU1MTkAAAAgDM5zhmSml9PPG7HpK1dMRAP4xLzocH/anQnuTRI7GYoAAA',
    'BTAAAAC3NzaC1lZDI1NTE5AAAAQLpVsmGUED6D1nRY+uujRlNFzxPhFwnV7x36+cV8rk8rUciBhEIsGhiStKVyEiFBBJmNmP6Uk1AHyTHQQAie',
    'zgo=',
  ].join(''),
  rsa: [
    'AAAAHHNzaC1yc2EtY2VydC12MDFAb3BlbnNzaC5jb20AAAAgw5jQH+8jhzZW3e+Ta9ZCXQ28SvK+eliK+wzsIpBvNYoAAAADAQABAAABAQCKlI',
    'JoegpfJral8288kMAcVA7yUrh4c7rESijmeN5wACRNNuJBrqGNNh6u1hb6v+Ngaxlzvf4wsq0W7M/oz+meO5jG+uOChR/c2bic7zd8U9WZWpNa',
    'f8k4Zkp4lrkrQ9XQxoRhnVkpGHwLJn+7F/j7ToWWlydCTxmTCcLuMbWo4TP/fBNVF75lddHRCh0ho0AJvqVQNDgV1if1uINo5JZntLxE8PCbig',
    'DfhxYL2e1Io6ulKNTNsoD+w2tZF8bQsIGZ8wuJosbIq9Bckhtuv45XkT128TB0c+PjKGbRZPglMQvk6xfHHW0JtDhM0eSsxRm3pRelGbQUiy/F',
    'Qxecq2eJAAAAAAAAAAAAAAABAAAAEWFsaWNlQGV4YW1wbGUub3JnAAAAEwAAAAVhbGljZQAAAAZkZXBsb3kAAAAAaVW5AAAAAABpVwqAAAAAMw',
    'AAAA5zb3VyY2UtYWRkcmVzcwAAAB0AAAAZMTkyLjAuMi4wLzI0LDE5OC41MS4xMDAuNwAAAHAAAAAVcGVybWl0LVgxMS1mb3J3YXJkaW5nAAAA',
    'AAAAABdwZXJtaXQtYWdlbnQtZm9yd2FyZGluZwAAAAAAAAAWcGVybWl0LXBvcnQtZm9yd2FyZGluZwAAAAAAAAAOcGVybWl0LXVzZXItcmMAAA',
    'AAAAAAAAAAADMAAAALc3NoLWVkMjU1MTkAAAAgDM5zhmSml9PPG7HpK1dMRAP4xLzocH/anQnuTRI7GYoAAABTAAAAC3NzaC1lZDI1NTE5AAAA',
    'QKVlI/R81lwz1ECbTJyCcvvWIJCGLUUZKJbIk+k5CCNlAhO+Jyg+4Az4nPAPq831PwXqMbESI+YtmETj2e2vggo=',
  ].join(''),
  ecdsa: [
    'AAAAKGVjZHNhLXNoYTItbmlzdHAyNTYtY2VydC12MDFAb3BlbnNzaC5jb20AAAAgsEq39LTIfIc/OriU/wMOnLeYT6vv3CIIxE7/MPVZrVEAAA',
    'AIbmlzdHAyNTYAAABBBHO1a6BB4B1d3qYjAxPckyzctx6Yx1j89rxMw645+J5kPSNl9raCSmB+Qs/ZHeeOvWACAN8wmwBpZgJTOzUo9bcAAAAA',
    'AAAAAAAAAAEAAAARYWxpY2VAZXhhbXBsZS5vcmcAAAATAAAABWFsaWNlAAAABmRlcGxveQAAAABpVbkAAAAAAGlXCoAAAAAzAAAADnNvdXJjZS',
    '1hZGRyZXNzAAAAHQAAABkxOTIuMC4yLjAvMjQsMTk4LjUxLjEwMC43AAAAcAAAABVwZXJtaXQtWDExLWZvcndhcmRpbmcAAAAAAAAAF3Blcm1p',
    'dC1hZ2VudC1mb3J3YXJkaW5nAAAAAAAAABZwZXJtaXQtcG9ydC1mb3J3YXJkaW5nAAAAAAAAAA5wZXJtaXQtdXNlci1yYwAAAAAAAAAAAAAAMw',
    'AAAAtzc2gtZWQyNTUxOQAAACAMznOGZKaX088bsekrV0xEA/jEvOhwf9qdCe5NEjsZigAAAFMAAAALc3NoLWVkMjU1MTkAAABAzQm615viIXD9',
    'DlM0QR6jPeoF6X4B73GL/n3YGEqW3UQ4o7QQvEvBpB2c19AGubi9BvkBLi2gfYtYFIwvwf4bDQ==',
  ].join(''),
  host: [
    'AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2guY29tAAAAIHhRnYFjXRx7qpGMecGuGjH7RcwpkoxJq3ZjsOqPYGGYAAAAIK1nhsAnrZ',
    'tlwg6Fw5PswWi/b7N28KBtjZoiA/D99tpTAAAAAAAAAAAAAAACAAAABGhvc3QAAAAKAAAABnNlcnZlcgAAAAAAAAAA//////////8AAAAAAAAA',
    'AAAAAAAAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIAzOc4ZkppfTzxux6StXTEQD+MS86HB/2p0J7k0SOxmKAAAAUwAAAAtzc2gtZWQyNTUxOQAAAE',
    'BQG+noQqKBlJbo/9OAnvARC83Bth1MOrR8gTc+9WNHmRVEsrQD2+TyJgv1SsEXEEcNqUW6GAPMpveokbzJJuEP',
  ].join(''),
  forever: [
    'AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2guY29tAAAAIPkZlRnyOPsJilrV8D2N1jJPd8ncq9hZwVPrz+7z1NH3AAAAIE+d6wbydS',
    'I1BE8tZ7Utohcj+ijdcsfEPrVzBx4teFfkAAAAAAAAAAAAAAABAAAAB2ZvcmV2ZXIAAAAAAAAAAAAAAAD//////////wAAAAAAAACCAAAAFXBl',
    'cm1pdC1YMTEtZm9yd2FyZGluZwAAAAAAAAAXcGVybWl0LWFnZW50LWZvcndhcmRpbmcAAAAAAAAAFnBlcm1pdC1wb3J0LWZvcndhcmRpbmcAAA',
    'AAAAAACnBlcm1pdC1wdHkAAAAAAAAADnBlcm1pdC11c2VyLXJjAAAAAAAAAAAAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIAzOc4ZkppfTzxux6StX',
    'TEQD+MS86HB/2p0J7k0SOxmKAAAAUwAAAAtzc2gtZWQyNTUxOQAAAEA1G2UUZPBYbCkSvNJTEJanQX6el3rZHBPy5v9rp+tlwaafj7KnvnjZux',
    'dnntVf3Zv8kfNZC/a2LWmjmo2KOgoI',
  ].join(''),
}
const AUTHORITY = 'AAAAC3NzaC1lZDI1NTE5AAAAIAzOc4ZkppfTzxux6StXTEQD+MS86HB/2p0J7k0SOxmK'
const read = (name: keyof typeof MADE) => readCertificate(Buffer.from(MADE[name], 'base64'))

test('what a certificate says of itself, whatever kind of key it is about', () => {
  for (const kind of ['ed25519', 'rsa', 'ecdsa'] as const) {
    const { authority, type, ...rest } = read(kind)!
    assert.match(type, new RegExp(kind))
    assert.equal(Buffer.from(authority).toString('base64'), AUTHORITY)
    assert.deepEqual(rest, {
      of: 'user',
      keyId: 'alice@example.org',
      principals: ['alice', 'deploy'],
      validAfter: Date.UTC(2026, 0, 1) / 1000,
      validBefore: Date.UTC(2026, 0, 2) / 1000,
      sources: ['192.0.2.0/24', '198.51.100.7'],
    })
  }
})

test('one of a host, and one for nobody that never ends', () => {
  assert.equal(read('host')?.of, 'host')
  const { principals, validBefore, sources } = read('forever')!
  assert.deepEqual({ principals, validBefore, sources }, { principals: [], validBefore: Infinity, sources: undefined })
})

test('one that is cut off or is no certificate is read as none, and nothing throws', () => {
  const whole = Buffer.from(MADE.rsa, 'base64')
  for (let length = 0; length < whole.length - 300; length += 7)
    assert.equal(readCertificate(whole.subarray(0, length)), undefined, String(length))
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readCertificate(bytes)))
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const spoilt = Buffer.from(whole)
      spoilt[at] = byte
      readCertificate(spoilt)
    }),
  )
})
