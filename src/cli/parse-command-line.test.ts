import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseCommandLine } from './parse-command-line.ts'
import { configArgs, loginArgs } from '../openssh/login-args.ts'
import type { CommandLine } from './command-line.ts'
import { VERBS } from './verbs.ts'
import { LETTERS } from '../openssh/ssh-options.ts'
import { atLeast, parseRelease } from '../openssh/release.ts'

const read = (...argv: string[]): CommandLine => {
  const result = parseCommandLine(argv)
  if ('error' in result) assert.fail(result.error)
  return result
}
const errorOf = (...argv: string[]): string => {
  const result = parseCommandLine(argv)
  if (!('error' in result)) assert.fail(`accepted: ${JSON.stringify(result)}`)
  return result.error
}

test('the command line of the README', () => {
  assert.deepEqual(read('-i', 'key.pem', 'ubuntu@203.0.113.7'), {
    verb: 'diagnose',
    ssh: ['-i', 'key.pem'],
    destination: 'ubuntu@203.0.113.7',
    host: '203.0.113.7',
    user: 'ubuntu',
    port: undefined,
    command: [],
    own: {},
  })
})

test('clusters, attached values and options behind the destination stay as typed and in order', () => {
  const line = read('-vvp2222', '-lroot', 'web', '-4', '-o', 'ConnectTimeout 3', 'uptime', '-p')
  assert.deepEqual(line.ssh, ['-vvp2222', '-lroot', '-4', '-o', 'ConnectTimeout 3'])
  assert.deepEqual([line.host, line.user, line.port], ['web', 'root', 2222])
  assert.deepEqual(line.command, ['uptime', '-p'])
})

test('the value of an option is never read as an option', () => {
  assert.deepEqual(read('-i', '--json', '-F', '-p', 'h').ssh, ['-i', '--json', '-F', '-p'])
  assert.equal(read('-i', '--json', 'h').own.format, undefined)
})

test('what stands behind the destination does not overrule it, as in ssh', () => {
  const line = read('a@h', '-vl', 'b', '-p', '7', '-o', 'user = c')
  assert.deepEqual([line.user, line.port, line.ssh], ['a', 7, ['-v', '-p', '7']])
  assert.deepEqual(read('ssh://h:9', '-p7', '-lx').ssh, ['-lx'])
  assert.deepEqual(read('-p7', 'ssh://h:9').port, 7)
})

test('-- ends options in front of the destination, and is swallowed behind it', () => {
  assert.deepEqual(read('-4', '--', 'h', '--json', '-p').command, ['--json', '-p'])
  assert.deepEqual(read('h', '-4', '--', '--json').command, ['--json'])
  assert.deepEqual(read('h', '--', '-4').command, ['-4'])
})

test('the user is divided off at the last @', () => {
  const line = read('me@corp.example@bastion')
  assert.deepEqual([line.user, line.host], ['me@corp.example', 'bastion'])
})

test('URIs', () => {
  const parts = (uri: string) => {
    const { user, host, port } = read(uri)
    return [user, host, port]
  }
  assert.deepEqual(parts('ssh://deploy@web.example:2200'), ['deploy', 'web.example', 2200])
  assert.deepEqual(parts('ssh://de%40ploy;x=y@web.example./'), ['de@ploy', 'web.example', undefined])
  assert.deepEqual(parts('ssh://[web]:22'), [undefined, 'web', 22])
  for (const bad of ['ssh://', 'ssh://@h', 'ssh://h/path', 'ssh://h:0', 'ssh://h:x y', 'ssh://[::1]', 'ssh://%zz@h']) {
    assert.match(errorOf(bad), /ssh:\/\/\[user@\]host/, bad)
  }
})

test('our own options stand before and behind the destination, with = or a space', () => {
  const line = read(
    '--json',
    '-4',
    '--timeout=2.5',
    'h',
    '--budget',
    '9',
    '--no-color',
    '--via',
    'root@other',
    'ls',
    '--html',
  )
  assert.deepEqual(line.own, { format: 'json', timeout: 2.5, budget: 9, color: false, via: 'root@other' })
  assert.deepEqual(line.ssh, ['-4'])
  assert.deepEqual(line.command, ['ls', '--html'])
  assert.equal(read('h', '--save', 'case.json').own.save, 'case.json')
  assert.equal(read('--from=case.json').own.from, 'case.json')
})

test('help and version need nothing else', () => {
  assert.equal(read('--help').verb, 'help')
  assert.equal(read('--version').verb, 'version')
  assert.equal(read('-i', 'k', 'bad;host', '--help').verb, 'help')
  for (const verb of VERBS.filter(({ reads }) => reads !== 'ssh')) {
    if (verb.reads === 'text') assert.equal(read(verb.name, '--help').about, verb.name)
    assert.deepEqual(read('--help', verb.name).about, verb.name)
  }
  assert.equal(read('--help').about, 'diagnose')
  assert.equal(read('h', 'ls', '--help').verb, 'diagnose')
})

test('explain is a verb as the first word only; a host of that name can be reached', () => {
  assert.deepEqual(read('explain', 'kex_exchange_identification:', 'read:').text, 'kex_exchange_identification: read:')
  assert.deepEqual(read('explain'), { verb: 'explain', ssh: [], command: [], own: {} })
  const mixed = read('--json', 'explain', '-v', '--odd', 'text', '--no-color')
  assert.deepEqual([mixed.verb, mixed.text, mixed.own], ['explain', '-v --odd text', { format: 'json', color: false }])
  assert.equal(read('explain', '--', '--json').text, '--json')
  const lines = read('explain', '--lines', 'auth.log', '--json')
  assert.deepEqual([lines.text, lines.own], ['auth.log', { lines: true, format: 'json' }])
  assert.match(errorOf('--lines', 'h'), /no option --lines/)
  for (const argv of [['--', 'explain'], ['u@explain'], ['-4', 'explain']]) {
    assert.deepEqual([read(...argv).verb, read(...argv).host], ['diagnose', 'explain'])
  }
  assert.equal(read('explainer').verb, 'diagnose')
})

test('errors are sentences that say what to type', () => {
  const errors: [string[], RegExp][] = [
    [[], /^No destination: write sshmedic/],
    [['-p', '22'], /^No destination/],
    [[''], /^The destination is empty/],
    [['u@'], /names no host/],
    [['@h'], /user@host/],
    [['--', '-oProxyCommand=x'], /hostname contains invalid characters/],
    [['-'], /hostname contains invalid characters/],
    [['a\u001b[31mb'], /hostname contains invalid characters/],
    [['a;b@h'], /remote username contains invalid characters/],
    [['-l', '-x', 'h'], /remote username contains invalid characters/],
    [['-p', '0', 'h'], /^Bad port '0'/],
    [['-p', 'x y', 'h'], /^Bad port 'x y'/],
    [['-p'], /-p needs a value: write -p VALUE/],
    [['-h'], /no option -h/],
    [['-1', 'h'], /protocol v\.1/],
    [['--jsn', 'h'], /no option --jsn/],
    [['--__proto__', 'h'], /no option/],
    [['--json=1', 'h'], /--json takes no value/],
    [['--save'], /--save needs a value: write --save FILE/],
    [['--save', '--json', 'h'], /--save needs a value/],
    [['--json', '--html', 'h'], /exclude each other/],
    [['--timeout', '0', 'h'], /--timeout takes seconds/],
    [['--timeout', '-3', 'h'], /--timeout takes seconds/],
    [['--timeout', '9'.repeat(400), 'h'], /--timeout takes seconds/],
    [['--budget', '51', 'h'], /1 to 50/],
    [['--budget', '1.5', 'h'], /1 to 50/],
    [['--via', '-oX', 'h'], /--via takes a destination/],
    [['--from', 'f', 'h'], /leave out the destination/],
    [['--from', 'f', '--save', 'g'], /leave one of them out/],
  ]
  for (const [argv, expected] of errors) {
    const error = errorOf(...argv)
    assert.match(error, expected)
    assert.match(error, /\.$/)
    assert.doesNotMatch(error, /\p{Cc}/u)
  }
})

test('a login of ours forwards nothing, stays in the foreground, logs nowhere and shares nothing', () => {
  const ssh = ['-fNMvvp2222', '-L', '1:h:2', '-Rx', '-4o', 'localforward=1 h:2', '-oPort 3', '-o', ' "RequestTTY" yes']
  assert.deepEqual(loginArgs(ssh), ['-p', '2222', '-4', '-o', 'Port 3'])
  assert.deepEqual(loginArgs(['-oLocal"Forward" 1 h:2', '-oBATCHMODE\t=yes', '-A', '-E', 'f', '-Jj', '-S', 's']), [
    ...['-J', 'j', '-S', 's'],
  ])
  assert.deepEqual(configArgs(['-vfNqE', 'log', '-oLogLevel=DEBUG', '-P', 'tag']), ['-f', '-N', '-P', 'tag'])
})

test('any words at all: a command line or a sentence, never an exception, and loginArgs keeps only what it may', () => {
  const word = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^-{0,2}[a-zA-Z0-9=@:/.-]{0,6}$/),
    fc.constantFrom('--', '-p', '-o', '--save', 'explain', 'h', 'u@h', 'ssh://u@h:3', '--json', '-vvp2'),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (argv) => {
      const result = parseCommandLine(argv)
      if ('error' in result) {
        assert.match(result.error, /^\S.*\.$/)
        assert.doesNotMatch(result.error, /\p{Cc}/u)
        return
      }
      for (const arg of result.ssh)
        assert.ok(argv.includes(arg) || /^-[a-zA-Z0-9]$/.test(arg) || argv.some((w) => w.endsWith(arg)))
      assert.deepEqual(result.command, result.command.length ? argv.slice(-result.command.length) : [])
      const kept = loginArgs(result.ssh)
      assert.deepEqual(loginArgs(kept), kept)
      assert.deepEqual(configArgs(configArgs(result.ssh)), configArgs(result.ssh))
    }),
    { numRuns: 2000 },
  )
})

const version = spawnSync('ssh', ['-V'], { encoding: 'utf8' })
const release = parseRelease(version.stderr ?? '') ?? { major: 0, minor: 0 }
/** The system's ssh on the same words: what it refuses, or where it would go. */
function askSsh(argv: readonly string[]): { refused: string } | { user: string; host: string; port: number } {
  const asked = spawnSync('ssh', ['-F', 'none', '-G', ...argv], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (asked.status !== 0) return { refused: asked.stderr }
  const get = (key: string) => new RegExp(`^${key} (.*)$`, 'm').exec(asked.stdout)?.[1] ?? ''
  return { user: get('user'), host: get('hostname'), port: Number(get('port')) }
}
const strict = 'refused' in askSsh(['a;b'])
/** Small machines come without /etc/services. */
const named = 'refused' in askSsh(['-p', 'ssh', 'h']) ? '22' : 'ssh'
const skip = version.error
  ? 'there is no ssh to compare with'
  : !atLeast(release, [8, 4])
    ? 'this ssh is older than 8.4'
    : false

test('the same words mean the same to the real ssh', { skip }, () => {
  const flag = fc.constantFrom(...'46AaCgkKMnTtvXxYq').map((f) => ['-' + f])
  const user = fc.constantFrom('root', 'me', 'a.b', 'x$y', 'corp\\me', 'me@corp')
  const badUser = strict ? fc.constantFrom('a;b', '-x', "o'x", 'a -b', 'a\\', 'a|b') : user
  const port = fc.oneof(
    fc.integer({ min: 1, max: 65535 }).map(String),
    fc.constantFrom(named, '+22', ' 23', '65536', '0', 'x y'),
  )
  const joined = (letter: string, value: fc.Arbitrary<string>) =>
    fc.tuple(value, fc.boolean(), fc.boolean()).map(([v, attached, clustered]) => {
      const head = clustered ? '-4' + letter : '-' + letter
      return attached ? [head + v] : [head, v]
    })
  const valued = fc.oneof(
    joined('p', port),
    joined('l', fc.oneof({ weight: 4, arbitrary: user }, badUser)),
    joined(
      'o',
      fc.constantFrom(
        'Port=77',
        'port 78',
        ' User = bob',
        'USER\tcarl',
        'Hostname=real.example',
        '"User" dora',
        'Us"er" eve',
      ),
    ),
    joined('b', fc.constant('127.0.0.1')),
    joined('e', fc.constant('none')),
    joined('i', fc.constant('/dev/null')),
    joined('L', fc.constant('1080:h:22')),
    joined('R', fc.constant('1081')),
    joined('D', fc.constant('1082')),
    joined('S', fc.constantFrom('none', '-p', '--')),
    joined('B', fc.constantFrom('lo', '-l')),
  )
  const option = fc.oneof({ weight: 1, arbitrary: flag }, { weight: 3, arbitrary: valued })
  const name = fc.constantFrom('h', 'WEB.example', '203.0.113.7', '2001:db8::1', 'a_b', 'explained')
  const badName = strict ? fc.constantFrom('a;b', 'a b', '$(x)', "a'b", '{a}', 'a&b') : name
  const uriTail = fc.constantFrom('', ':2200', ':', ':0', '/', ':2201/', '/p', ':x y', ':' + named)
  const destination = fc.oneof(
    { weight: 3, arbitrary: name },
    { weight: 3, arbitrary: fc.tuple(user, name).map(([u, n]) => `${u}@${n}`) },
    { weight: 1, arbitrary: badName },
    { weight: 1, arbitrary: fc.tuple(badUser, name).map(([u, n]) => `${u}@${n}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('', 'u@', 'a%40b@', 'a;p=1@', '%zz@', '@'),
          fc.constantFrom('h', '[h]', 'a.b.', '[::1]', '', 'a..b'),
          uriTail,
        )
        .map((p) => 'ssh://' + p.join('')),
    },
  )
  const maybe = (word: string, weight: number) =>
    fc.oneof({ weight: 9 - weight, arbitrary: fc.constant([]) }, { weight, arbitrary: fc.constant([word]) })
  const line = fc
    .tuple(
      fc.array(option, { maxLength: 3 }),
      maybe('--', 1),
      destination,
      fc.array(option, { maxLength: 2 }),
      maybe('--', 2),
      maybe('uptime', 4),
    )
    .map(([front, dashes, to, behind, more, command]) => [
      ...front.flat(),
      ...dashes,
      to,
      ...behind.flat(),
      ...more,
      ...command,
    ])

  const me = userInfo().username
  let accepted = 0
  let refused = 0
  fc.assert(
    fc.property(line, (argv) => {
      const ours = parseCommandLine(argv)
      const theirs = askSsh(argv)
      if ('error' in ours || 'refused' in theirs) {
        assert.ok('error' in ours && 'refused' in theirs, `${JSON.stringify(ours)} / ${JSON.stringify(theirs)}`)
        refused++
        return
      }
      accepted++
      const { host, user: name, port: number } = ours
      assert.deepEqual({ user: name ?? me, host: host?.toLowerCase(), port: number ?? 22 }, theirs)
      // What later runs of ssh are given must mean the same, with the destination behind every option.
      assert.deepEqual(askSsh([...configArgs(ours.ssh), '--', ours.destination!, ...ours.command]), theirs)
      assert.deepEqual(askSsh([...loginArgs(ours.ssh), '--', ours.destination!]), theirs)
    }),
    { numRuns: 400 },
  )
  assert.ok(accepted > 100 && refused > 30, `${accepted} accepted, ${refused} refused`)
})

test('every letter takes a value exactly where the real ssh says so', { skip }, () => {
  for (const letter of LETTERS.withValue) {
    if (letter === 'P' && !atLeast(release, [9, 4])) continue
    const said = spawnSync('ssh', ['-' + letter], { encoding: 'utf8' }).stderr
    assert.match(said, /option requires an argument/, letter)
  }
  for (const letter of LETTERS.flags) {
    const said = spawnSync('ssh', ['-' + letter], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).stderr
    assert.doesNotMatch(said, /requires an argument|(unknown|illegal|invalid) option/, letter)
  }
  const known = LETTERS.flags + LETTERS.withValue + '1'
  for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
    if (known.includes(letter)) continue
    const said = spawnSync('ssh', ['-' + letter], { encoding: 'utf8' }).stderr
    assert.match(said, /(unknown|illegal|invalid) option/, letter)
  }
})
