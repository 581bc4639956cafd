// Whoever stands at the port may say anything, at any speed: the program ends by itself with a diagnosis, in little
// memory, and none of the peer's bytes reaches the terminal as it was sent.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { assertEnded, assertInert, assertNoTrace, documentOf, savedCase } from './expect.ts'
import {
  AN_SSHD,
  changes,
  closesAtOnce,
  drips,
  floods,
  packetOfLength,
  resets,
  says,
  saysAndCloses,
  silent,
  withPeer,
} from './peers.ts'
import type { Behaviour } from './peers.ts'
import { Home } from './program.ts'

/** Node alone holds some 50; the bar is the brief's. */
const MOST_MIB = 200

const TITLE = '\x1b]0;owned\x07'
const COMMANDS = [
  `${TITLE}\x1b[2J\x1b[31;5mred\x1b[0m\x1b]8;;http://evil.example\x07link\x1b]8;;\x07`,
  '\x1bP+q544e\x1b\\ \x1b]52;c;cm0gLXJm\x07 \x1b[6n \x1b[?1049h',
  '\u202egnp.exe\u2066\u2069\u200b\u200f\u2028\u2029\ufeff\u00ad\u{e0041}',
  '\x08\x08\x08\x7f\x0b\x0c\x0e',
].join('\r\n')
const latin1 = (text: string) => Buffer.from(text, 'latin1')

const PEERS: Record<string, Behaviour> = {
  'one endless line, as fast as it can': floods('A'.repeat(65536)),
  'a million short lines': floods('x\r\n', 1_000_000),
  'short lines without end': floods('Not SSH\r\n'),
  'empty lines without end': floods('\n'),
  'NULs without end': floods(Buffer.alloc(65536)),
  'escape sequences without end': floods(`${COMMANDS}\r\n`),
  'escape sequences, then an identification': says(`${COMMANDS}\r\n`, AN_SSHD),
  'escape sequences, then a close': saysAndCloses(`${COMMANDS}\r\n`),
  'C1 controls as single bytes': saysAndCloses(latin1('\x9b31mred\x9d0;owned\x9c\x85\r\n')),
  'half a UTF-8 character': says(Buffer.from([0xe2, 0x82])),
  'half a UTF-8 character, then a close': saysAndCloses(Buffer.from([0x41, 0xf0, 0x9f, 0x92])),
  'overlong and lone surrogate UTF-8': saysAndCloses(Buffer.from([0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xff, 0xfe, 0x0a])),
  'CR and no LF': floods('\r', 5000),
  'CR without end': floods('\r'),
  'an identification of 8 KB': says(`SSH-2.0-${'v'.repeat(8000)}\r\n`),
  'an identification of 100 KB': says(`SSH-2.0-${'v'.repeat(100_000)}\r\n`),
  'an identification with commands in it': says(`SSH-2.0-Open${TITLE}SSH_9.9 \x1b[31mred\u202e\r\n`),
  'an identification of SSH 1.5': says('SSH-1.5-OpenSSH_1.2.3\n'),
  'an identification with nothing in it': says('SSH-2.0-\r\n'),
  'an identification without a version': says('SSH-\r\n'),
  'an identification with a version too large': says('SSH-99999999999999999999.0-x\r\n'),
  'a flood behind the identification': (socket, turn) => {
    socket.write(AN_SSHD)
    floods('B'.repeat(65536))(socket, turn)
  },
  'a KEXINIT of length 0': says(AN_SSHD, packetOfLength(0)),
  'a KEXINIT of length 3': says(AN_SSHD, packetOfLength(3)),
  'a KEXINIT of length 2^32-1': says(AN_SSHD, packetOfLength(2 ** 32 - 1)),
  'a KEXINIT of length 36000': says(AN_SSHD, packetOfLength(36_000)),
  'a KEXINIT that never ends': says(AN_SSHD, packetOfLength(34_996)),
  'one byte a second of an identification': drips(AN_SSHD),
  'one byte a second of lines': drips('hello\r\n'),
  silence: silent,
  'an identification, then a close, then silence': changes(saysAndCloses(AN_SSHD), closesAtOnce, silent),
  'silence, then a reset, then an identification': changes(silent, resets, says(AN_SSHD)),
  'a close in the middle of the identification': saysAndCloses('SSH-2.0-OpenSS'),
  'a reset': resets,
  'a reset in the middle of the identification': (socket) => {
    socket.write('SSH-2.0-Op', () => setTimeout(() => socket.resetAndDestroy(), 50))
  },
  'HTTP that waits to be asked': (socket) =>
    void socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nServer: \x1b[31mx\r\n\r\n')),
}

const home = new Home()

describe('a hostile peer', { concurrency: 8 }, () => {
  for (const [i, [name, behave]] of Object.entries(PEERS).entries()) {
    test(name, () =>
      withPeer(behave, async ({ port }) => {
        const file = join(home.folder, `case-${i}.json`)
        const live = await home.run(['--json', '--save', file, ...home.ssh(port), 'alice@127.0.0.1'])
        assertEnded(live, 1, 3)
        assert.equal(live.stderr, '', 'a pipe gets no progress')
        assertInert(live.stdoutBytes, '--json')
        assert.ok(live.peakMiB! < MOST_MIB, `${live.peakMiB} MiB`)
        const document = documentOf(live)
        assert.ok(document.causes.length > 0 || document.verdict === 'unknown', 'something is said')
        savedCase(file)
        if (process.env['SSHMEDIC_TEST_TELL']) {
          const told = document.causes.slice(0, 4).map((c) => `${c.id} ${c.probability}`)
          const { connections, seconds } = document.spent
          console.error(
            `${name}: ${document.verdict} ${told.join(', ')} | ${connections} in ${seconds} s, ${live.peakMiB} MiB`,
          )
        }

        for (const format of [[], ['--markdown'], ['--html'], ['--json']]) {
          const again = await home.run([...format, '--from', file])
          assert.equal(again.code, live.code)
          assertNoTrace(again)
          assertInert(again.stdoutBytes, format[0] ?? 'the terminal')
          if (format[0] === '--json') assert.deepEqual(documentOf(again), document, 'a saved case reads as it did live')
        }
      }),
    )
  }
})
