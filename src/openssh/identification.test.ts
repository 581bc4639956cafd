import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseIdentification, scanPreamble } from './identification.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

test('identification strings of the wild', () => {
  const debian = parseIdentification('SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n')
  assert.deepEqual(debian, {
    raw: 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10',
    protocol: '2.0',
    software: 'OpenSSH_9.2p1',
    comments: 'Debian-2+deb12u10',
    openssh: { major: 9, minor: 2, distribution: 'debian' },
    packager: 'Debian',
    product: 'OpenSSH',
  })
  assert.equal(parseIdentification('SSH-2.0-OpenSSH_9.6p1 Ubuntu-3ubuntu13.5')?.packager, 'Ubuntu')
  assert.deepEqual(parseIdentification('SSH-2.0-OpenSSH_9.6 FreeBSD-20240701')?.openssh, { major: 9, minor: 6 })
  assert.deepEqual(parseIdentification('SSH-2.0-OpenSSH_for_Windows_8.1')?.openssh, { major: 8, minor: 1 })
  assert.equal(parseIdentification('SSH-2.0-OpenSSH_for_Windows_8.1')?.packager, 'Windows')
  assert.deepEqual(parseIdentification('SSH-2.0-OpenSSH_10.0')?.openssh, { major: 10, minor: 0 })
  assert.equal(parseIdentification('SSH-2.0-dropbear_2022.83')?.product, 'dropbear')
  assert.equal(parseIdentification('SSH-2.0-libssh_0.9.6')?.product, 'libssh')
  assert.equal(parseIdentification('SSH-2.0-Tailscale')?.product, 'Tailscale')
  assert.equal(parseIdentification('SSH-2.0-9.32 FlowSsh: Bitvise SSH Server (WinSSHD) 9.32')?.product, 'Bitvise')
  assert.equal(parseIdentification('SSH-1.99-Cisco-1.25')?.product, 'Cisco')
  assert.equal(parseIdentification('SSH-1.5-OldCisco')?.protocol, '1.5')
  assert.equal(parseIdentification('SSH-2.0-Xyzzy')?.product, undefined)
})

test('what is no identification', () => {
  for (const text of [
    '',
    'SSH-',
    'SSH-2.0-',
    'SSH-foo',
    'ssh-2.0-x',
    'Exceeded MaxStartups',
    'HTTP/1.1 400 Bad Request',
  ])
    assert.equal(parseIdentification(text), null, text)
})

test('a notice in front, and what follows', () => {
  const seen = scanPreamble(bytes('Exceeded MaxStartups\r\nhello\nSSH-2.0-X y\r\n\0\0\x01'))
  assert.deepEqual(seen.lines, [{ text: 'Exceeded MaxStartups' }, { text: 'hello' }])
  assert.equal(seen.lineCount, 2)
  assert.equal(seen.identification, 'SSH-2.0-X y')
  assert.equal(Buffer.from(seen.rawIdentification ?? []).toString(), 'SSH-2.0-X y')
  assert.equal(seen.rest, 41)
  assert.equal(seen.partial, false)
})

test('an unfinished line is shown, an unfinished identification is not', () => {
  assert.deepEqual(scanPreamble(bytes('Not allowed at th')), {
    lines: [{ text: 'Not allowed at th' }],
    lineCount: 0,
    rest: -1,
    partial: true,
  })
  assert.deepEqual(scanPreamble(bytes('SSH-2.0-Ope')), { lines: [], lineCount: 0, rest: -1, partial: true })
  assert.deepEqual(scanPreamble(bytes('S')), { lines: [], lineCount: 0, rest: -1, partial: true })
})

test('the limits of kex_exchange_identification', () => {
  assert.equal(scanPreamble(bytes('x\n'.repeat(1023) + 'SSH-2.0-x\n')).identification, 'SSH-2.0-x')
  assert.equal(scanPreamble(bytes('x\n'.repeat(1024) + 'SSH-2.0-x\n')).gaveUp, 'too-many-lines')
  assert.equal(scanPreamble(bytes('x'.repeat(8192) + '\nSSH-2.0-x\n')).identification, 'SSH-2.0-x')
  assert.equal(scanPreamble(bytes('x'.repeat(8193) + '\nSSH-2.0-x\n')).gaveUp, 'line-too-long')
  assert.equal(scanPreamble(bytes('a\0b\nSSH-2.0-x\n')).gaveUp, 'invalid-characters')
  assert.equal(scanPreamble(bytes('a\rb\nSSH-2.0-x\n')).identification, undefined)
})

test('megabytes are counted, not kept', () => {
  // Our own time, not the clock's: others may be busy on this machine.
  const began = process.cpuUsage()
  assert.equal(scanPreamble(Buffer.alloc(8 << 20, 'A')).lineCount, 0)
  assert.equal(scanPreamble(Buffer.alloc(4 << 20, '\n')).lineCount, 4 << 20)
  assert.equal(scanPreamble(Buffer.alloc(8 << 20, '\r')).partial, true)
  const seen = scanPreamble(Buffer.alloc(4 << 20, 'ab\n'))
  assert.equal(seen.lines.length, 20)
  assert.ok(process.cpuUsage(began).user < 3_000_000)
})

test('any bytes: never throws, bounded, and the identification comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (junk) => {
      const seen = scanPreamble(junk)
      assert.ok(seen.lines.length <= 20 && seen.lines.every((line) => line.text.length < 5000))
      assert.ok(seen.rest >= -1 && seen.rest <= junk.length)
      assert.equal(seen.rest >= 0, seen.identification !== undefined)
    }),
  )
  fc.assert(
    fc.property(
      fc.stringMatching(/^[!-~]{1,40}$/),
      fc.array(fc.stringMatching(/^[a-z ]{0,30}$/), { maxLength: 30 }),
      (software, lines) => {
        const text = lines.map((line) => line + '\r\n').join('') + `SSH-2.0-${software}\r\nrest`
        const seen = scanPreamble(bytes(text))
        assert.equal(seen.identification, `SSH-2.0-${software}`)
        assert.equal(seen.lineCount, lines.length)
        assert.equal(text.slice(seen.rest), 'rest')
        assert.equal(parseIdentification(seen.identification ?? '')?.software, software)
      },
    ),
  )
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => void (parseIdentification(a), parseIdentification('SSH-' + b))),
  )
})

test('a prefix never names another identification than the whole', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), (cut) => {
      const whole = bytes('Welcome\r\nSSH-2.0-OpenSSH_9.6p1\r\nmore')
      const part = scanPreamble(whole.subarray(0, cut))
      if (part.identification !== undefined) assert.equal(part.identification, 'SSH-2.0-OpenSSH_9.6p1')
    }),
  )
})
