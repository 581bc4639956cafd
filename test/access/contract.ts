import assert from 'node:assert/strict'
import type { Access } from '../../src/core/access.ts'

/** What every way in has to do, whichever it is. A name and a check each; `root` is what the access says of itself. */
export const CONTRACT: Record<string, (access: Access) => Promise<void>> = {
  'each argument arrives as one word, and no shell reads it': async (access) => {
    const words = [
      'a b',
      "it's",
      '',
      '$HOME',
      '$(id)',
      '`id`',
      '*',
      '\\n',
      '-n',
      '!!',
      'é\n!',
      '~',
      '%s',
      '"',
      "''",
      '\x01',
    ]
    const ran = await access.exec(['printf', String.raw`[%s]\n`, ...words])
    assert.equal(ran.stdout, words.map((word) => `[${word}]\n`).join(''))
    assert.equal(ran.code, 0)
  },

  'two streams and an exit code': async (access) => {
    for (const code of [0, 1, 3, 254, 255]) {
      const ran = await access.exec(['sh', '-c', 'echo out; echo err >&2; exit "$1"', 'sh', String(code)])
      assert.deepEqual(
        [ran.code, ran.stdout, ran.stderr, ran.timedOut, ran.cut, ran.lost],
        [code, 'out\n', 'err\n', false, false, undefined],
      )
    }
  },

  'silence is an empty answer': async (access) => {
    const ran = await access.exec(['true'])
    assert.deepEqual([ran.code, ran.stdout, ran.stderr], [0, '', ''])
  },

  'what is not there reads as a shell says it': async (access) => {
    const ran = await access.exec(['sshmedic-has-no-such-program'])
    assert.equal(ran.code, 127)
    assert.equal(ran.lost, undefined)
    assert.match(ran.stderr, /sshmedic-has-no-such-program/)
  },

  'a command ended by a signal has failed, and the way in has not': async (access) => {
    const ran = await access.exec(['sh', '-c', 'kill -9 $$'])
    assert.ok(ran.code === null || ran.code >= 128, String(ran.code))
    assert.deepEqual([ran.timedOut, ran.lost], [false, undefined])
  },

  'input arrives whole, whatever its bytes, and ends': async (access) => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919) & 255))
    const ran = await access.exec(['cksum'], { stdin: bytes })
    const twice = await access.exec(['sh', '-c', 'cat | cksum'], { stdin: bytes, sudo: true })
    assert.match(ran.stdout, /^\d+ 300000\b/)
    assert.equal(twice.stdout, ran.stdout)
    assert.equal((await access.exec(['cat'])).stdout, '', 'without any, input has ended already')
  },

  'a command that never reads its input ends all the same': async (access) => {
    const ran = await access.exec(['true'], { stdin: 'x'.repeat(2_000_000) })
    assert.equal(ran.code, 0)
  },

  'as root where that is allowed, as who we are elsewhere': async (access) => {
    const [plain, sudo] = await Promise.all([access.exec(['id', '-u']), access.exec(['id', '-u'], { sudo: true })])
    assert.equal(sudo.stdout, access.root ? '0\n' : plain.stdout)
    assert.equal(sudo.stderr, '')
  },

  'the clock ends it, keeps what it had said, and it is gone there, too': async (access) => {
    const tag = `30${Math.floor(Math.random() * 1e6)}`
    const ran = await access.exec(['sh', '-c', `echo before; sleep ${tag}; echo after`], { timeoutMs: 400 })
    assert.deepEqual([ran.timedOut, ran.code, ran.stdout, ran.lost], [true, null, 'before\n', undefined])
    assert.equal((await access.exec(['echo', 'next'])).stdout, 'next\n')
    const left = await access.exec(
      ['sh', '-c', 'for i in 1 2 3 4 5 6 7 8; do pgrep -f "[s]leep $1" || exit 0; sleep 1; done; exit 1', 'sh', tag],
      { timeoutMs: 20_000 },
    )
    assert.equal(left.code, 0, `still there: ${left.stdout}`)
  },

  'root’s commands end by the clock as well': async (access) => {
    const tag = `31${Math.floor(Math.random() * 1e6)}`
    const ran = await access.exec(['sleep', tag], { timeoutMs: 400, sudo: true })
    assert.equal(ran.timedOut, true)
    const left = await access.exec(
      ['sh', '-c', 'for i in 1 2 3 4 5 6 7 8; do pgrep -f "[s]leep $1" || exit 0; sleep 1; done; exit 1', 'sh', tag],
      { timeoutMs: 20_000 },
    )
    assert.equal(left.code, 0, `still there: ${left.stdout}`)
  },

  'who calls it off is not kept waiting': async (access) => {
    const off = new AbortController()
    const ran = access.exec(['sh', '-c', 'echo before; sleep 60'], {
      signal: off.signal,
      timeoutMs: 60_000,
      onStdout: () => off.abort(),
    })
    assert.equal((await ran).code === 0, false)
    const half = new AbortController()
    const polite = 'trap "exit 0" TERM HUP; echo half; while :; do sleep 0.1; done'
    const cutOff = access.exec(['sh', '-c', polite], { timeoutMs: 20_000, signal: half.signal })
    setTimeout(() => half.abort(), 1500)
    assert.equal((await cutOff).code, null, 'half an answer has no exit code')
    const already = await access.exec(['echo', 'never'], { signal: off.signal })
    assert.deepEqual([already.stdout, already.code], ['', null])
  },

  'of too much the beginning is kept': async (access) => {
    const ran = await access.exec(['sh', '-c', 'yes 0123456789 | head -c 3000000'], { maxBytes: 1000 })
    assert.deepEqual([ran.stdout.length, ran.cut, ran.code], [1000, true, 0])
    assert.ok(ran.stdout.startsWith('0123456789\n0123456789\n'))
    const exact = await access.exec(['printf', '12345'], { maxBytes: 5 })
    assert.deepEqual([exact.stdout, exact.cut], ['12345', false])
  },

  '100 MB pass through without being held, at the reader’s pace': async (access) => {
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    let bytes = 0
    let most = 0
    let reading = 0
    const ran = await access.exec(['head', '-c', '100000000', '/dev/zero'], {
      timeoutMs: 120_000,
      async onStdout(chunk) {
        assert.equal(++reading, 1, 'one chunk at a time')
        bytes += chunk.length
        if (bytes % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
        else await Promise.resolve()
        most = Math.max(most, process.memoryUsage().rss)
        reading--
      },
    })
    assert.deepEqual([bytes, ran.stdout, ran.code, ran.cut], [100_000_000, '', 0, false])
    assert.ok(most - before < 80 * 1024 * 1024, `${Math.round((most - before) / 1e6)} MB more`)
  },

  'a flood on stderr is bounded': async (access) => {
    const ran = await access.exec(['sh', '-c', 'yes e | head -c 5000000 >&2; echo done'])
    assert.equal(ran.stdout, 'done\n')
    assert.ok(ran.stderr.length <= 1024 * 1024)
  },

  'many at once do not mix': async (access) => {
    const numbers = Array.from({ length: 24 }, (_, i) => String(i))
    const ran = await Promise.all(
      numbers.map((n) => access.exec(['sh', '-c', 'echo "$1"; echo "e$1" >&2; exit "$1"', 'sh', n])),
    )
    assert.deepEqual(
      ran.map(({ code, stdout, stderr }) => [code, stdout, stderr]),
      numbers.map((n) => [Number(n), `${n}\n`, `e${n}\n`]),
    )
  },

  'what is left in the background keeps nobody waiting for ever': async (access) => {
    const ran = await access.exec(['sh', '-c', 'sleep 40 & echo started'], { timeoutMs: 3000 })
    assert.equal(ran.stdout, 'started\n')
    assert.equal((await access.exec(['echo', 'next'])).stdout, 'next\n')
  },
}
