import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSummariser } from '../../sshd-log/summary.ts'
import { newLineSplitter } from '../scan/lines.ts'
import { exportAsJson } from './journal-export.ts'

const binary = (name: string, value: string | Uint8Array): Buffer => {
  const size = Buffer.alloc(8)
  size.writeBigUInt64LE(BigInt(Buffer.byteLength(value)))
  return Buffer.concat([Buffer.from(`${name}\n`), size, Buffer.from(value), Buffer.from('\n')])
}
const FRONT = '__CURSOR=s=1\n__REALTIME_TIMESTAMP=1762621200000000\n_HOSTNAME=h\n'
const entry = (identifier: string, message: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${FRONT}SYSLOG_IDENTIFIER=${identifier}\n_PID=7\n`), message, Buffer.from('\n')])
const failed = (user: string) => `Failed password for invalid user ${user} from 192.0.2.1 port 5 ssh2`

async function failures(bytes: Uint8Array, size: number) {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const summariser = makeSummariser()
  const splitter = newLineSplitter((line) => summariser.add(line))
  for await (const chunk of exportAsJson(pieces())) splitter.bytes(chunk)
  splitter.end()
  return summariser.summary()
}

test('a binary field is as long as it says, whatever it holds', async () => {
  const spoof = `x\n\n${FRONT}SYSLOG_IDENTIFIER=sshd\nMESSAGE=${failed('spoof').replace('192.0.2.1', '198.51.100.66')}\n\n`
  const all = [entry('app', binary('MESSAGE', spoof)), entry('sshd', Buffer.from(`MESSAGE=${failed('plain')}\n`))]
  // The length of each is another byte: a newline, more than a byte, no UTF-8.
  for (let more = 0; more < 300; more++) all.push(entry('sshd-session', binary('MESSAGE', failed('n'.repeat(more)))))
  all.push(entry('sshd', binary('MESSAGE', Buffer.from(failed('\xff\xfe'), 'latin1'))))
  all.push(
    entry('sshd', Buffer.concat([binary('COREDUMP', Buffer.alloc(3_000_000, 10)), binary('MESSAGE', failed('x'))])),
  )
  const bytes = Buffer.concat(all)
  for (const size of [7, 4096, 1 << 20]) {
    const summary = await failures(size === 7 ? bytes.subarray(0, 100_000) : bytes, size)
    assert.deepEqual(
      summary.failures.byAddress.map(({ address }) => address),
      ['192.0.2.1'],
    )
    if (size !== 7) assert.deepEqual([summary.failures.total, summary.lines], [303, 304])
    assert.equal(summary.first, '2025-11-08T17:00:00.000Z')
  }
})
