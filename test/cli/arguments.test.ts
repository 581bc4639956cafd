// Words on the command line: what ssh refuses is refused as it refuses it, and what passes reaches programs as one word.
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { skipUnlessHosts } from '../../lab/hosts/available.ts'
import { withLab } from '../../lab/hosts/lab.ts'
import { VERBS } from '../../src/cli/verbs.ts'
import { assertEnded, assertInert, assertSentence, documentOf } from './expect.ts'
import { silent, withPeer } from './peers.ts'
import { closedPort, Home, PROGRAM } from './program.ts'

const home = new Home()
const port = await closedPort()

describe('what is refused with a sentence and exit code 2', { concurrency: 4 }, () => {
  const refused: [name: string, args: string[], says: RegExp][] = [
    ['no words at all', [], /No destination/],
    ['options and no destination', ['-v', '-p', '22'], /No destination/],
    ['an empty destination', [''], /destination is empty/],
    ['an empty user', ['@host'], /names no user/],
    ['an empty host', ['alice@'], /names no host/],
    ['a destination that begins with -', ['--', '-oProxyCommand=touch PWNED'], /refuses the destination/],
    ['a host that begins with -', ['alice@-oProxyCommand=touch PWNED'], /refuses the destination/],
    ['a user that begins with -', ['--', '-l@host'], /refuses the user name/],
    ['a host with control characters', ['ho\x1b[31mst\r\n'], /refuses the destination/],
    ['a user with control characters', ['al\x07ice@host'], /refuses the user name/],
    ['a host with shell words', ['$(touch PWNED)'], /refuses the destination/],
    ['a host with backquotes', ['`touch PWNED`'], /refuses the destination/],
    ['a host with ;', ['x;touch PWNED'], /refuses the destination/],
    ['a host with |', ['x|touch'], /refuses the destination/],
    ['a host with a space', ['a b'], /refuses the destination/],
    ['a user with shell words', ['$(touch PWNED)@host'], /refuses the user name/],
    ['a user with ; given by -l', ['-l', 'x;touch PWNED', 'host'], /refuses the user name/],
    ['an ssh:// address with a path', ['ssh://host/path'], /cannot read/],
    ['an unknown long option', ['--jsno', 'host'], /no option --jsno/],
    ['a long hostile option', [`--\x1b[31m${'x'.repeat(5000)}`, 'host'], /no option --/],
    ['an unknown short option', ['-Z', 'host'], /no option -Z/],
    ['protocol 1', ['-1', 'host'], /protocol v\.1/],
    ['a short option without its value', ['-p'], /-p needs a value/],
    ['--save without its value', ['--save'], /--save needs a value/],
    ['--save with an option in its place', ['--save', '--json', 'host'], /--save needs a value/],
    ['--save= with nothing', ['--save=', 'host'], /--save needs a value/],
    ['--from with a destination', ['--from', 'x', 'host'], /leave out the destination/],
    ['--from with --save', ['--from', 'x', '--save', 'y'], /leave one of them out/],
    ['a flag with a value', ['--json=yes', 'host'], /takes no value/],
    ['two formats', ['--json', '--html', 'host'], /exclude each other/],
    ['--via without its value', ['--via'], /--via needs a value/],
    ['--via with shell words', ['--via', '$(touch PWNED)', 'host'], /--via takes a destination/],
    ['--via that begins with -', ['--via=-oProxyCommand=touch PWNED', 'host'], /--via takes a destination/],
    ['--via with --from', ['--via', 'ops@h', '--from', 'x'], /leave out --via/],
    ['--local with --from', ['--local', '--from', 'x'], /leave out --via and --local/],
    ['--local with --via', ['--local', '--via', 'ops@h'], /leave one of them out/],
    ['--address alone', ['--address', '203.0.113.7', 'host'], /needs --via DESTINATION or --local/],
    ...['web1', '127.1', '2130706433', '203.0.113.7/24', 'fe80::1%$(touch PWNED)', '1'].map(
      (value) =>
        [`--address ${value}`, ['--local', '--address', value], /--address takes one IP address/] as [
          string,
          string[],
          RegExp,
        ],
    ),
    ...['0', '-1', 'x', '', '1e9', 'Infinity', '٣'].map(
      (value) =>
        [`--timeout ${value}`, [`--timeout=${value}`, 'host'], /--timeout (?:takes|needs)/] as [
          string,
          string[],
          RegExp,
        ],
    ),
    ...['0', '51', '-1', '1.5', 'x', '1e1'].map(
      (value) =>
        [`--budget ${value}`, [`--budget=${value}`, 'host'], /--budget (?:takes|needs)/] as [string, string[], RegExp],
    ),
    ...['0', '65536', '-1', '99999999999999999999'].map(
      (value) => [`-p ${value}`, ['-p', value, 'host'], /Bad port/] as [string, string[], RegExp],
    ),
    ['explain with nothing', ['explain'], /explain what/],
    ['explain with an option cut off', ['explain', '--save'], /--save needs a value/],
  ]
  for (const [name, args, pattern] of refused) {
    test(name, async () => {
      const cwd = join(home.folder, 'cwd')
      mkdirSync(cwd, { recursive: true })
      const ran = await home.run(args, { cwd })
      assertEnded(ran, 2)
      assert.equal(ran.stdout, '')
      assertSentence(ran, pattern)
      assert.ok(ran.stderr.length < 500)
      assert.deepEqual(readdirSync(cwd), [], 'nothing was touched')
    })
  }
})

describe('what is accepted', { concurrency: 4 }, () => {
  test('--help and --version, wherever they stand, before a destination is judged', async () => {
    for (const args of [
      ['--help'],
      ['-p', '22', '--help', '-bad'],
      ['host', '--version'],
      ['explain', '--help'],
      ['--version'],
    ]) {
      const ran = await home.run(args)
      assertEnded(ran, 0)
      assert.match(ran.stdout, /^sshmedic/)
      assert.equal(ran.stderr, '')
    }
  })

  test('each verb has its own help, within 80 columns, with its exit codes', async () => {
    for (const { name } of VERBS.filter(({ reads }) => reads !== 'ssh')) {
      const ran = await home.run([name, '--help'])
      assert.deepEqual((await home.run(['--help', name])).stdout, ran.stdout)
      assertEnded(ran, 0)
      assert.match(ran.stdout, new RegExp(`^sshmedic ${name}: .*Exit codes: 0`, 's'))
      for (const row of ran.stdout.split('\n')) assert.ok([...row].length <= 80, row)
    }
  })

  test('a host named explain', async () => {
    for (const args of [['--', 'explain'], ['alice@explain']]) {
      const ran = await home.run(['-F', home.config, '-o', 'HostName=127.0.0.1', '-p', String(port), '--json', ...args])
      assertEnded(ran, 1)
      assert.equal(documentOf(ran).target.port, port)
    }
  })
})

describe('no shell sees a word of the user’s', { concurrency: 3 }, () => {
  test('every word reaches ssh as it was typed, and nothing it names is run', () =>
    withPeer(silent, async (peer) => {
      // A go-between that keeps its words, and then is ssh.
      const folder = join(home.folder, 'between')
      mkdirSync(folder)
      const log = join(folder, 'log')
      const real = process.env['PATH']!.split(':')
        .map((one) => join(one, 'ssh'))
        .find((one) => existsSync(one))!
      const script = `#!/bin/sh\nprintf '%s\\0' "$@" '<end>' >> '${log}'\nexec '${real}' "$@"\n`
      writeFileSync(join(folder, 'ssh'), script)
      chmodSync(join(folder, 'ssh'), 0o755)
      const bait = join(folder, 'pwned')
      const file = `$(touch ${bait}) \`touch ${bait}\`; touch ${bait} #'"`
      const options = ['-i', file, '-o', `HostKeyAlias=;touch\${IFS}${bait}`, '-o', 'LocalCommand=touch ' + bait]
      const more = ['-o', 'PermitLocalCommand=yes', '-o', `SetEnv=X=$(touch\${IFS}${bait})`]
      const ran = await home.run(
        [
          '--json',
          '--timeout',
          '4',
          ...home.ssh(peer.port),
          ...options,
          ...more,
          'a$b,c@127.0.0.1',
          `touch ${bait}; $(touch ${bait})`,
        ],
        { env: { PATH: `${folder}:${process.env['PATH']}` } },
      )
      assertEnded(ran, 1, 3)
      assert.ok(!existsSync(bait))
      const calls = readFileSync(log, 'utf8')
        .split('<end>\0')
        .map((call) => call.split('\0'))
      assert.ok(calls.length >= 3, 'ssh was asked for its configuration and for a login')
      for (const call of calls.slice(0, -1)) assert.ok(call.includes(file), 'the file name is one word')
      const logins = calls.filter((call) => call.includes('-v'))
      assert.ok(
        logins.length > 0 && logins.every((call) => !call.some((word) => word.includes('touch ') && word !== file)),
      )
    }))

  test('what a peer says and what a name is reach no shell either', async () => {
    const bait = join(home.folder, 'pwned-by-peer')
    await withPeer(
      (socket) => void socket.end(`$(touch ${bait}); \`touch ${bait}\`\r\n`),
      async (peer) => {
        const ran = await home.run([...home.ssh(peer.port), '127.0.0.1'])
        assertEnded(ran, 1, 3)
        assertInert(ran.stdoutBytes, 'stdout')
      },
    )
    assert.ok(!existsSync(bait))
  })
})

const skip = await skipUnlessHosts()

describe('a remote command', { skip }, () => {
  test('is never run, though the login works', () =>
    withLab({ release: 'bookworm' }, async ({ machine, client }) => {
      const [, config, destination] = client.sshArgs()
      const bait = '/tmp/sshmedic-ran-it'
      const own = await client.run(['ssh', '-F', config!, destination!, `echo ran > ${bait}.ssh`])
      assert.equal(own.code, 0)
      const line = [process.execPath, PROGRAM, '--json', '-F', config!]
      for (const words of [
        [destination!, `touch ${bait}`],
        ['-o', `RemoteCommand=touch ${bait}`, destination!],
        ['-t', destination!, '--', 'touch', bait],
      ]) {
        const ran = await client.run([...line, ...words], { env: home.env({ HOME: client.home }) })
        assert.equal(ran.code, 0, ran.stdout + ran.stderr)
        assert.equal((JSON.parse(ran.stdout) as { verdict: string }).verdict, 'reachable')
      }
      assert.equal(
        (await machine.must('ls /tmp | grep sshmedic-ran-it')).trim(),
        'sshmedic-ran-it.ssh',
        'ssh’s own ran, ours did not',
      )
      const log = await machine.must('journalctl -t sshd --no-pager -o cat')
      assert.match(log, /Accepted publickey for alice/)
    }))

  for (const [typed, says] of [
    ['startup', /^sshmedic: 'startup' was taken for a host.* write: sshmedic startups$/m],
    [
      'alice@no-such-host.invalid:2222',
      /no port behind the host\. Write: sshmedic -p 2222 alice@no-such-host\.invalid$/m,
    ],
    ['alice@[2001:db8::1]', /without brackets\. Write: sshmedic alice@2001:db8::1$/m],
  ] as const) {
    test(`'${typed}' is the name of no host, and what may have been meant is said`, async () => {
      const ran = await home.run(['-F', home.config, typed], { env: { RES_OPTIONS: 'timeout:1 attempts:1' } })
      assertEnded(ran, 1)
      assert.match(ran.stderr, says)
      assert.match(ran.stdout, /^ {2}tcp +· not reached$/m)
    })
  }
})
