import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { compressionOf } from './compression.ts'
import { Broken, decompressed } from './decompress.ts'

const WAYS = {
  gzip: (text: Uint8Array) => gzipSync(text),
  zstd: (text: Uint8Array) => zstdCompressSync(text),
  xz: (text: Uint8Array) => execFileSync('xz', ['-c', '-0'], { input: text }),
}

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Uint8Array, size: number): Promise<{ got: Buffer; broken: boolean }> {
  const got: Uint8Array[] = []
  try {
    for await (const chunk of decompressed(pieces(bytes, size), compressionOf(bytes))) got.push(Uint8Array.from(chunk))
  } catch (error) {
    assert.ok(error instanceof Broken)
    return { got: Buffer.concat(got), broken: true }
  }
  return { got: Buffer.concat(got), broken: false }
}

const text = (lines: number, seed: number) =>
  Buffer.from(Array.from({ length: lines }, (_, i) => `line ${i} ${((i + 1) * (seed + 7919)) % 1_000_003}\n`).join(''))

for (const [way, compress] of Object.entries(WAYS))
  test(`${way}: any text in any pieces, and a cut-off one is a beginning`, async () => {
    const runs = way === 'xz' ? 8 : 30
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20_000 }),
        fc.nat(1000),
        fc.integer({ min: 7, max: 70_000 }),
        fc.double({ min: 0.1, max: 0.95, noNaN: true }),
        async (lines, seed, size, part) => {
          const plain = text(lines, seed)
          const bytes = compress(plain)
          const whole = await read(bytes, size)
          assert.ok(!whole.broken && whole.got.equals(plain))
          const cut = await read(bytes.subarray(0, Math.max(20, Math.floor(bytes.length * part))), size)
          if (bytes.length > 24) assert.ok(cut.broken, 'the missing end was not noticed')
          assert.ok(plain.subarray(0, cut.got.length).equals(cut.got))
        },
      ),
      { numRuns: runs },
    )
  })

for (const way of ['gzip', 'zstd', 'xz'] as const)
  test(`${way}: several behind one another are one`, async () => {
    const parts = [text(3000, 1), text(1, 2), text(9000, 3)]
    const bytes = Buffer.concat(parts.map((part) => WAYS[way](part)))
    for (const size of [13, 4096, 1 << 20]) assert.ok((await read(bytes, size)).got.equals(Buffer.concat(parts)))
  })

test('xz: streams of many blocks, of none, with any checksum, and the padding between them', async () => {
  const xz = (input: Uint8Array, ...options: string[]) => execFileSync('xz', ['-c', ...options], { input })
  const noise = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 2_654_435_761) >>> 24))
  const [one, two] = [text(20_000, 1), text(3, 2)]
  const bytes = Buffer.concat([
    xz(one, '-T2', '--block-size=10000'),
    xz(Buffer.alloc(0)),
    Buffer.alloc(8),
    xz(noise, '--check=none', '-0'),
    xz(two, '--check=crc32'),
    Buffer.alloc(4),
  ])
  const all = Buffer.concat([one, noise, two])
  for (const size of [11, 70_000, 1 << 22]) {
    const { got, broken } = await read(bytes, size)
    assert.ok(!broken && got.equals(all), `in pieces of ${size}`)
  }
  const cut = await read(bytes.subarray(0, -30), 4096)
  assert.ok(cut.broken && cut.got.subarray(0, one.length).equals(one))
  const behind = await read(Buffer.concat([xz(one), Buffer.from('no stream')]), 4096)
  assert.ok(behind.broken && one.subarray(0, behind.got.length).equals(behind.got))
})
