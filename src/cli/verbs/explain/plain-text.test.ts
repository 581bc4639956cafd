import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { NotText, plainText } from './plain-text.ts'

async function* inChunks(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Uint8Array, size = 1 << 16): Promise<string> {
  let text = ''
  for await (const part of plainText(inChunks(bytes, size))) text += part
  return text
}

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')
const LOG = 'Nov  8 17:02:11 web1 sshd[700]: Connection closed by 203.0.113.7 port 4 [preauth]\n'

describe('text', () => {
  test('is read whole, however it is cut', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', '\n', 'ü', '漢', '👩‍🚒'), maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        async (text, size) => assert.equal(await read(Buffer.from(text), size), text),
      ),
    ))

  test('half a character becomes a mark', async () => {
    assert.equal(await read(Buffer.concat([Buffer.from('a'), Buffer.from('ü').subarray(0, 1)])), 'a\ufffd')
    assert.equal(await read(Buffer.from([0xe2, 0x82, 0x0a, 0x61])), '\ufffd\na')
  })

  test('of PowerShell, in either order and without its mark', async () => {
    assert.equal(await read(utf16(LOG), 3), LOG)
    assert.equal(await read(utf16(LOG).swap16(), 5), LOG)
    assert.equal(await read(utf16(LOG).subarray(2)), LOG)
  })

  test('compressed', async () => {
    assert.equal(await read(gzipSync(LOG.repeat(999))), LOG.repeat(999))
    assert.equal(await read(zstdCompressSync(LOG), 1), LOG)
  })

  test('with the NULs of a machine that lost power, with colours, in Latin-1', async () => {
    assert.match(await read(Buffer.from('\0'.repeat(50_000) + LOG)), /Connection closed/)
    assert.match(await read(Buffer.from('\x1b[31mred\x1b[0m\r\n'.repeat(99))), /red/)
    assert.match(await read(Buffer.from('Zugriff verweigert: Gerät öffnet nicht\n'.repeat(9), 'latin1')), /Zugriff/)
  })

  test('that is empty', async () => assert.equal(await read(Buffer.alloc(0)), ''))
})

describe('what is no text is refused', () => {
  const cases: [string, Uint8Array, RegExp][] = [
    ['a program', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(99)]), /a program/],
    [
      'a picture',
      Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), randomBytes(4096)]),
      /not text/,
    ],
    ['noise', randomBytes(1 << 15), /not text/],
    ['a journal', Buffer.from(`LPKSHHRH${'\0'.repeat(99)}`), /journalctl --file/],
    ['bzip2', Buffer.from('BZh91AY&SY'), /bzcat/],
    ['gzip cut short', gzipSync(randomBytes(4096).toString('hex')).subarray(0, 2000), /ends or breaks/],
  ]
  for (const [name, bytes, why] of cases)
    test(name, () => assert.rejects(read(bytes), (error: Error) => error instanceof NotText && why.test(error.message)))
})
