// stdout is the result and stderr the progress, and either may be gone, full or no terminal at all.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { assertEnded, assertNoTrace, assertSentence, documentOf, savedCase } from './expect.ts'
import { saysAndCloses, withPeer } from './peers.ts'
import { closedPort, Home, PROGRAM } from './program.ts'

const home = new Home()
const port = await closedPort()
const line = (...own: string[]) => [...own, ...home.ssh(port), 'alice@127.0.0.1']
const sh = (script: string) => ['sh', '-c', script, 'sh', process.execPath, PROGRAM]
const bash = (script: string) => ['bash', '-c', script, 'bash', process.execPath, PROGRAM]
const noFull = !existsSync('/dev/full') && 'needs /dev/full'

describe('pipes', { concurrency: 4 }, () => {
  for (const format of ['--json', '--markdown', '--html']) {
    test(`${format} | head -1 is no error`, async () => {
      const argv = bash('"$@" | head -1; exit "${PIPESTATUS[0]}"')
      const ran = await home.run(line(format), { argv })
      assertEnded(ran, 1)
      assert.equal(ran.stderr, '')
      assert.equal(ran.stdout.trimEnd().split('\n').length, 1)
    })
  }

  test('a reader that is gone before the first word is no error, and the case is saved all the same', async () => {
    const file = join(home.folder, 'unread.json')
    const ran = await home.run(line('--json', '--save', file), { onStart: (child) => child.stdout?.destroy() })
    assertEnded(ran, 1)
    assert.equal(ran.stderr, '')
    savedCase(file)
  })

  test('a result larger than any pipe is whole', () =>
    withPeer(saysAndCloses('no SSH here, '.repeat(300) + '\r\n'), async (peer) => {
      const argv = bash('"$@" | (sleep 1; cat); exit "${PIPESTATUS[0]}"')
      const ran = await home.run(['--html', ...home.ssh(peer.port), '127.0.0.1'], { argv })
      assertEnded(ran, 1, 3)
      assert.match(ran.stdout, /<\/html>\s*$/)
    }))

  test('stdout on a full disk is a sentence and no success', { skip: noFull }, async () => {
    const ran = await home.run(line(), { argv: sh('exec "$@" > /dev/full') })
    assertEnded(ran, 1)
    assertSentence(ran, /could not be written to stdout: the disk is full/)
  })

  test('so are --help, --version and explain, which have no other reason to fail', { skip: noFull }, async () => {
    const lines = [['--help'], ['--version'], ['explain', '--version'], ['explain', 'Exceeded MaxStartups']]
    for (const args of lines) {
      const ran = await home.run(args, { argv: sh('exec "$@" > /dev/full') })
      assertEnded(ran, 1, 3)
      assertSentence(ran, /could not be written to stdout/)
    }
  })

  test('stderr on a full disk or closed changes nothing of the result', { skip: noFull }, async () => {
    for (const where of ['2>/dev/full', '2>&-']) {
      const ran = await home.run(line('--json', '--save', '/nonexistent/case'), { argv: sh(`exec "$@" ${where}`) })
      assertEnded(ran, 1)
      documentOf(ran)
    }
  })

  for (const [name, redirection] of [
    ['stdin', '<&-'],
    ['stdin and stderr', '<&- 2>&-'],
  ] as const) {
    test(`${name} closed`, async () => {
      const ran = await home.run(line('--json'), { argv: sh(`exec "$@" ${redirection}`) })
      assertEnded(ran, 1)
      documentOf(ran)
    })
  }

  test('everything closed', async () => {
    const ran = await home.run(line(), { argv: sh('exec "$@" <&- >&- 2>&-') })
    assertEnded(ran, 1, 3)
    assertNoTrace(ran)
  })

  test('a pipe as stderr gets no live line, a pipe as stdout no progress', async () => {
    const ran = await home.run(line())
    assertEnded(ran, 1)
    assert.equal(ran.stderr, '')
  })

  test('explain with a closed stdin asks for text', async () => {
    const ran = await home.run(['explain'], { argv: sh('exec "$@" <&-') })
    assertEnded(ran, 2)
    assertSentence(ran, /explain what/)
  })
})
