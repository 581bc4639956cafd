// What can be wrong on the user's own side: no ssh, a configuration ssh cannot read, a name with too many addresses.
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { once } from 'node:events'
import { describe, test } from 'node:test'
import { assertEnded, assertInert, assertSentence, documentOf } from './expect.ts'
import { closesAtOnce, saysAndCloses, silent, withPeer } from './peers.ts'
import { closedPort, Home, PROGRAM } from './program.ts'

const home = new Home()
const NOBODY = 65534
const isRoot = process.getuid?.() === 0

describe('no ssh in PATH', { concurrency: 3 }, () => {
  const env = { PATH: '/nonexistent' }

  test('raw connections still tell, and a sentence says that they are all there is', async () => {
    const port = await closedPort()
    const ran = await home.run(['--json', '-p', String(port), 'alice@127.0.0.1'], { env })
    assertEnded(ran, 1)
    assertSentence(ran, /no ssh program in PATH/)
    const document = documentOf(ran)
    assert.equal(document.causes[0]!.id, 'nothing-listens')
    assert.deepEqual(
      document.facts.filter((fact) => 'missing' in fact && /no ssh program/.test(fact.missing)).map((fact) => fact.id),
      ['ssh-config', 'login'],
    )
  })

  test('a notice of a full sshd is still heard', () =>
    withPeer(saysAndCloses('Exceeded MaxStartups\r\n'), async ({ port }) => {
      const ran = await home.run(['--json', '-p', String(port), '127.0.0.1'], { env })
      assertEnded(ran, 1)
      assert.equal(documentOf(ran).causes[0]!.id, 'maxstartups-saturated')
    }))

  test('a PATH whose folders may not be looked into, or an ssh that is no program, is the same to the user', async () => {
    const folder = join(home.folder, 'no-program')
    mkdirSync(folder)
    writeFileSync(join(folder, 'ssh'), 'not a program', { mode: 0o644 })
    const ran = await home.run(['-p', String(await closedPort()), '127.0.0.1'], { env: { PATH: folder } })
    assertEnded(ran, 1)
    assertSentence(ran, /no ssh program in PATH/)
  })

  test('an ssh that cannot do its work is no reason to fall', async () => {
    const folder = join(home.folder, 'broken-program')
    mkdirSync(folder)
    writeFileSync(join(folder, 'ssh'), '\x7fELF and nothing else', { mode: 0o755 })
    const ran = await home.run(['--json', '-p', String(await closedPort()), '127.0.0.1'], { env: { PATH: folder } })
    assertEnded(ran, 1, 3)
    documentOf(ran)
  })
})

describe('an ssh_config that ssh cannot use', { concurrency: 3 }, () => {
  test('a missing file given with -F is named in ssh’s own words', async () => {
    const missing = join(home.folder, 'no-such-config')
    const ran = await home.run(['-F', missing, 'alice@127.0.0.1'])
    assertEnded(ran, 1, 3)
    assert.match(ran.stdout.replace(/\s+/g, ' '), /Can't open user config file/)
    assert.match(ran.stdout, /\bssh-config-unusable$/m)
    assertInert(ran.stdoutBytes, 'stdout')
  })

  test('a bad option line is named in ssh’s own words', async () => {
    const file = join(home.folder, 'bad-config')
    writeFileSync(file, 'Host *\n  Fooo \x1b[31mbar\n')
    const ran = await home.run(['--json', '-F', file, 'alice@127.0.0.1'])
    assertEnded(ran, 1, 3)
    const document = documentOf(ran)
    assert.equal(document.causes[0]!.id, 'ssh-config-unusable')
    assert.match(JSON.stringify(document.road), /line 2: Bad configuration option: fooo/)
    assertInert(ran.stdoutBytes, 'stdout')
    assert.equal(document.spent.connections, 0, 'nobody is asked on behalf of a configuration that means nothing')
  })

  test('a folder given with -F ends like any other configuration', async () => {
    const ran = await home.run(['--json', '-F', home.folder, '-p', String(await closedPort()), '127.0.0.1'])
    assertEnded(ran, 1, 3)
    documentOf(ran)
  })

  test('a file one may not read is named', { skip: !isRoot && 'needs root, to be somebody else' }, async () => {
    const folder = join(home.folder, 'somebody')
    mkdirSync(folder)
    const file = join(folder, 'config')
    writeFileSync(file, 'Host x\n')
    chmodSync(file, 0)
    chmodSync(home.folder, 0o755)
    const ran = await home.run(['--json', '-F', file, '127.0.0.1'], { uid: NOBODY })
    assertEnded(ran, 1, 3)
    const document = documentOf(ran)
    assert.equal(document.causes[0]!.id, 'ssh-config-unusable')
    assert.match(JSON.stringify(document.facts), /Permission denied/)
  })

  test('a Match exec that hangs does not hang us', async () => {
    const file = join(home.folder, 'match-exec')
    writeFileSync(file, 'Match exec "sleep 3000"\n  User x\n')
    await withPeer(closesAtOnce, async ({ port }) => {
      const ran = await home.run(['--json', '--timeout', '6', '-F', file, '-p', String(port), '127.0.0.1'])
      assertEnded(ran, 1, 3)
      documentOf(ran)
    })
  })
})

describe('a proxy', { concurrency: 3 }, () => {
  for (const [name, command] of [
    ['is silent', 'sleep 3000'],
    ['is silent and ignores SIGTERM', `/bin/sh -c 'trap "" TERM HUP; while :; do sleep 1; done'`],
    ['floods', 'yes AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['floods our stderr', `/bin/sh -c 'yes garbage-of-the-proxy >&2'`],
    ['ends at once', 'false'],
  ] as const) {
    test(`that ${name} ends with its ssh`, async () => {
      const options = ['-F', home.config, '-o', `ProxyCommand=${command}`]
      const ran = await home.run(['--json', '--timeout', '10', ...options, 'alice@host.invalid'])
      assertEnded(ran, 1, 3)
      documentOf(ran)
      assertInert(ran.stdoutBytes, 'stdout')
      // A flood of ten seconds is gigabytes; what of it waits for the garbage collector differs by a hundred megabytes.
      assert.ok(ran.peakMiB! < 320, `${ran.peakMiB} MiB`)
    })
  }
})

/** Runs the program with these lines in place of this machine's /etc/hosts, in a mount namespace of its own. */
function withHosts(lines: readonly string[]): string[] {
  const file = join(home.folder, `hosts-${lines.length}-${lines[0]!.replace(/\W/g, '-')}`)
  writeFileSync(file, `127.0.0.1 localhost\n${lines.join('\n')}\n`)
  const script = `mount --bind "$1" /etc/hosts && shift && exec "$@"`
  return ['unshare', '--mount', 'sh', '-c', script, 'sh', file, process.execPath, PROGRAM]
}

describe(
  'a name with fifty addresses',
  { skip: !isRoot && 'needs root, to give a name addresses', concurrency: 3 },
  () => {
    const addresses = Array.from({ length: 50 }, (_, i) => `127.77.0.${i + 1}`)

    test('none of which answers: five connections at most', async () => {
      const argv = withHosts(addresses.map((address) => `${address} many.example`))
      const ran = await home.run(['--json', ...home.ssh(await closedPort()), 'alice@many.example'], { argv })
      assertEnded(ran, 1)
      const document = documentOf(ran)
      // Every one of them is this machine's own.
      assert.equal(document.causes[0]!.id, 'name-resolves-to-self')
      const lookup = document.facts.find((fact) => fact.id === 'name-lookup')
      assert.ok(lookup && 'value' in lookup && lookup.value.addresses.length === 50)
      const ours = [
        'contact',
        'contact-again',
        'contact-other-source',
        'kexinit-size',
        'contact-not-ssh',
        'contact-split',
      ]
      const dialled = document.facts
        .filter((fact) => ours.includes(fact.id))
        .flatMap((fact) => JSON.stringify(fact).match(/"connect"/g) ?? [])
      assert.ok(dialled.length <= 5, `${dialled.length} connections`)
    })

    test('all of which are silent: it ends, and says so', async () => {
      const server = createServer(() => undefined)
      server.listen(0, '127.77.0.1')
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo
      const others = addresses.slice(1).map((address) => createServer(() => undefined).listen(port, address))
      await Promise.all(others.map((other) => once(other, 'listening')))
      try {
        const argv = withHosts(addresses.map((address) => `${address} silent.example`))
        const ran = await home.run(['--json', ...home.ssh(port), 'alice@silent.example'], { argv })
        assertEnded(ran, 1)
        assert.match(documentOf(ran).causes[0]!.id, /host-starved|sshd-hung/)
      } finally {
        for (const one of [server, ...others]) one.close()
      }
    })

    test('a name with control characters in it reaches nobody’s terminal', () =>
      withPeer(silent, async ({ port }) => {
        const ran = await home.run(['--timeout', '3', ...home.ssh(port, 'HostName=127.0.0.1'), 'alice@x\u202egnp.exe'])
        assertEnded(ran, 1, 2, 3)
        assertInert(ran.stdoutBytes, 'stdout')
        assertInert(Buffer.from(ran.stderr), 'stderr')
      }))
  },
)
