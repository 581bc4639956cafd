// ^C, a supervisor's SIGTERM and a closed terminal: what was seen until then is told, and nobody is left running.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { assertEnded, assertInert, documentOf, savedCase } from './expect.ts'
import { AN_SSHD, says, silent, withPeer } from './peers.ts'
import type { Behaviour } from './peers.ts'
import { Home, runningNow } from './program.ts'
import type { Ended } from './program.ts'

/** A home of its own for each run, so that what it started is found by it. */
async function interrupted(
  behave: Behaviour,
  signal: NodeJS.Signals,
  own: (home: Home, port: number) => string[],
): Promise<Ended> {
  const home = new Home(false)
  try {
    return await withPeer(behave, ({ port }) =>
      home.run(own(home, port), {
        onStart: async (child) => {
          // Once the login is under way there is something to leave behind.
          while (!runningNow(home.folder).some(({ argv }) => argv[0] === 'ssh' && argv.includes('-v'))) await pause(20)
          await pause(300)
          child.kill(signal)
        },
      }),
    )
  } finally {
    home.remove()
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const at = (home: Home, port: number) => [...home.ssh(port), 'alice@127.0.0.1']

describe('an interrupted examination', { concurrency: 6 }, () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    test(`${signal} at a silent server: the partial result, exit code 130`, async () => {
      const ran = await interrupted(silent, signal, (home, port) => at(home, port))
      assertEnded(ran, 130)
      assert.match(ran.stdout, /127\.0\.0\.1/)
      assert.match(ran.stdout, /tcp +✓ ok/)
      assertInert(ran.stdoutBytes, 'stdout')
      assert.equal(ran.stderr, '')
    })

    test(`${signal} with --json is JSON that says so, and --save keeps it`, async () => {
      const saved: unknown[] = []
      const ran = await interrupted(says(AN_SSHD), signal, (home, port) => {
        const file = join(home.folder, 'case.json')
        home.onEnd(() => saved.push(savedCase(file)))
        return ['--json', '--save', file, ...at(home, port)]
      })
      assertEnded(ran, 130)
      assert.equal(documentOf(ran).interrupted, true)
      assert.equal((saved[0] as { interrupted: boolean }).interrupted, true)
    })
  }

  test('^C while a proxy stays: the proxy goes too', async () => {
    const ran = await interrupted(silent, 'SIGINT', (home) => {
      const proxy = `ProxyCommand=/bin/sh -c 'trap "" INT TERM HUP; while :; do sleep 1; done'`
      return ['--json', '-F', home.config, '-o', proxy, '-o', 'ConnectTimeout=100', 'alice@host.invalid']
    })
    assertEnded(ran, 130)
    assert.equal(documentOf(ran).interrupted, true)
  })

  test('^C twice ends at once all the same', async () => {
    const home = new Home(false)
    const ran = await withPeer(silent, ({ port }) =>
      home.run(at(home, port), {
        onStart: async (child) => {
          while (!runningNow(home.folder).some(({ argv }) => argv[0] === 'ssh' && argv.includes('-v'))) await pause(20)
          child.kill('SIGINT')
          child.kill('SIGINT')
        },
      }),
    )
    home.remove()
    assert.equal(ran.hung, false)
    assert.ok(ran.code === 130 || ran.signal === 'SIGINT', `${ran.code} ${ran.signal}`)
    assert.deepEqual(ran.left, [])
  })

  test('^C before anything was asked', async () => {
    const home = new Home(false)
    const ran = await withPeer(silent, ({ port }) =>
      home.run(['--json', ...at(home, port)], {
        onStart: async (child) => {
          while (!runningNow(home.folder).some(({ argv }) => argv[0] === 'ssh')) await pause(2)
          child.kill('SIGINT')
        },
      }),
    )
    home.remove()
    assertEnded(ran, 130)
    assert.equal(documentOf(ran).interrupted, true)
  })
})
