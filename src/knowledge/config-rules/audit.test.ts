import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { effectiveConfig } from '../../sshd-config/effective.ts'
import { keywordOf } from '../../sshd-config/keywords.ts'
import type { Connection, EffectiveConfig } from '../../sshd-config/types.ts'
import { audit } from './audit.ts'
import { EXAMPLES } from '../../../test/config-rules/examples.ts'
import type { Example } from '../../../test/config-rules/examples.ts'
import { gradingOf } from './gradings.ts'
import { RULES } from './rules.ts'
import { nearestKeyword } from './spelling.ts'
import { SEVERITIES } from './types.ts'
import type { Rule } from './view.ts'
import type { Release } from '../../openssh/release.ts'

const MAIN = '/etc/ssh/sshd_config'
const BOOKWORM: Release = { major: 9, minor: 2, distribution: 'debian' }
const TRIXIE: Release = { major: 10, minor: 0, distribution: 'debian' }

function read(
  text: string,
  release = BOOKWORM,
  more: Record<string, string> = {},
  connection?: Connection,
): EffectiveConfig {
  const files: Record<string, string> = { [MAIN]: text + '\n', ...more }
  return effectiveConfig({
    main: MAIN,
    release,
    files: {
      readFile: (path) => files[path],
      glob: (pattern) =>
        Object.keys(files)
          .filter((path) => path === pattern || (pattern.endsWith('/*.conf') && path.startsWith(pattern.slice(0, -6))))
          .sort(),
    },
    ...(connection && { connection }),
  })
}

const found = ({ text, release, files, host }: Example) => audit(read(text, release, files), host)

test('every rule is registered under its file name, and has an example', () => {
  const files = readdirSync(new URL('./rules', import.meta.url)).map((name) => name.replace(/\.ts$/, ''))
  assert.deepEqual(RULES.map(({ id }) => id).sort(), files.sort())
  assert.deepEqual(Object.keys(EXAMPLES).sort(), files)
})

for (const [id, examples] of Object.entries(EXAMPLES))
  test(`${id} is found`, () => {
    for (const example of examples) {
      const hits = found(example).filter((finding) => finding.id === id)
      assert.ok(
        hits.some(({ severity }) => severity === example.severity),
        `${example.text}: ${JSON.stringify(hits.map(({ severity, says }) => [severity, says]))}`,
      )
      for (const { says, reason, sources } of hits) {
        assert.match(says, /^\S.*[.!]$/s)
        assert.match(reason, /^['A-Za-z(].*[.?]$/s)
        assert.doesNotMatch(says + reason, /undefined|NaN|\[object/)
        assert.ok(sources.length > 0)
      }
    }
  })

/** openssh-server 1:9.2p1-2+deb12u7 and 1:10.0p1-7, /etc/ssh/sshd_config without its comments. */
const STOCK = `Include /etc/ssh/sshd_config.d/*.conf
KbdInteractiveAuthentication no
UsePAM yes
X11Forwarding yes
PrintMotd no
AcceptEnv LANG LC_*
Subsystem sftp /usr/lib/openssh/sftp-server`

test('a stock Debian 12 or 13 has nothing above a note', () => {
  for (const release of [BOOKWORM, TRIXIE]) {
    const above = audit(read(STOCK, release)).filter(({ severity }) => severity !== 'note')
    assert.deepEqual(above, [])
  }
})

test('gravest first', () => {
  const findings = audit(read('PermitEmptyPasswords yes\nMaxStartups 10:30:60\nGatewayPorts yes'))
  const ranks = findings.map(({ severity }) => SEVERITIES.indexOf(severity))
  assert.deepEqual(
    ranks,
    [...ranks].sort((a, b) => b - a),
  )
})

const RELEASES: readonly Release[] = [
  { major: 6, minor: 6 },
  { major: 7, minor: 4 },
  { major: 8, minor: 0 },
  { major: 8, minor: 2, distribution: 'debian' },
  { major: 8, minor: 4, distribution: 'debian' },
  { major: 8, minor: 7 },
  { major: 9, minor: 0 },
  BOOKWORM,
  { major: 9, minor: 6, distribution: 'debian' },
  { major: 9, minor: 8 },
  { major: 9, minor: 9 },
  TRIXIE,
  { major: 10, minor: 5 },
]
const LINES = [...new Set(Object.values(EXAMPLES).flatMap((each) => each.flatMap(({ text }) => text.split('\n'))))]
const HOSTS = Object.values(EXAMPLES).flatMap((each) => each.flatMap(({ host }) => (host ? [host] : [])))

test('what is recommended, that sshd takes; and it mends what was found', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RELEASES),
      fc.subarray(LINES, { maxLength: 12 }),
      fc.option(fc.constantFrom(...HOSTS), { nil: undefined }),
      (release, lines, host) => {
        const text = lines.join('\n')
        for (const finding of audit(read(text, release), host)) {
          const { recommend } = finding
          if (!recommend) continue
          assert.equal(keywordOf(recommend.keyword, release)?.status, 'known', finding.id)
          const line = `${recommend.keyword} ${recommend.value}`
          const alone = read(line, release)
          assert.deepEqual(alone.errors, [], `${finding.id} on ${release.major}.${release.minor}: ${line}`)
          const keyword = keywordOf(recommend.keyword, release)!.name
          // In place of every other line of that keyword.
          const rest = lines.filter((each) => keywordOf(each.split(' ')[0]!, release)?.name !== keyword)
          const after = audit(read([line, ...rest].join('\n'), release), host)
          const again = after.find(({ id, says }) => id === finding.id && says === finding.says)
          assert.equal(again, undefined, `${finding.id} is still there after ${line}`)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('a word of a newer release is never recommended, whatever a rule says', () => {
  const eager: Rule = {
    id: 'eager',
    keywords: ['maxstartups'],
    side: 'reachability',
    sources: ['nobody'],
    check: () => ({
      severity: 'note',
      says: 'So it is.',
      reason: 'Because.',
      recommend: { keyword: 'PerSourcePenalties', value: 'no' },
    }),
  }
  const advice = (release: Release) => audit(read('', release), {}, [eager])[0]!.recommend
  assert.equal(advice(BOOKWORM), undefined)
  assert.deepEqual(advice(TRIXIE), { kind: 'edit', keyword: 'PerSourcePenalties', value: 'no', say: 'So it is.' })
})

test('no configuration breaks a rule', () => {
  const word = fc.oneof(
    fc.constantFrom(...LINES.flatMap((line) => line.split(' ')).filter((each) => each !== '')),
    fc.string({ maxLength: 12 }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...RELEASES),
      fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
      (release, lines) => {
        for (const finding of audit(read(lines.map((words) => words.join(' ')).join('\n'), release)))
          assert.doesNotMatch(finding.says + finding.reason, /undefined|NaN|\[object/)
      },
    ),
    { numRuns: 200 },
  )
})

test('the words of the guide: two lines that became one', () => {
  const [first] = audit(read('PasswordAuthentication noPubkeyAuthentication yes'))
  assert.equal(first?.id, 'line-refused')
  assert.equal(first?.severity, 'critical')
  assert.match(first!.reason, /between 'no' and 'PubkeyAuthentication'/)
})

test('the nearest keyword of this release', () => {
  const near = (word: string, release = BOOKWORM) => nearestKeyword(word, { release })
  assert.equal(near('PasswrodAuthentication'), 'passwordauthentication')
  assert.equal(near('MaxStartup'), 'maxstartups')
  assert.equal(near('PermitRootLogn'), 'permitrootlogin')
  assert.equal(near('Foo'), undefined)
  assert.equal(near('PerSourcePenaltie', BOOKWORM), undefined)
  assert.equal(near('PerSourcePenaltie', TRIXIE), 'persourcepenalties')
  const reason = (text: string) => audit(read(text))[0]!.reason
  assert.match(reason('PasswrodAuthentication no'), /Was passwordauthentication meant/i)
  assert.match(reason('PerSourcePenalties no'), /OpenSSH 9\.8 and later/)
  assert.match(reason('UsePAMyes'), /missing/)
})

test('a user the lists let in is not reported', () => {
  const ids = (text: string, host: object) =>
    audit(read(text), host)
      .filter(({ severity }) => severity === 'critical')
      .map(({ id }) => id)
  assert.deepEqual(ids('AllowUsers al*', { user: 'alice' }), [])
  assert.deepEqual(ids('AllowUsers alice@192.0.2.0/24', { user: 'alice' }), [])
  assert.deepEqual(ids('AllowUsers alice@192.0.2.0/24', { user: 'alice', address: '192.0.2.9' }), [])
  assert.deepEqual(ids('AllowGroups ssh', { user: 'alice' }), [])
  assert.deepEqual(ids('AllowGroups ssh', { user: 'alice', groups: ['ssh'] }), [])
  assert.deepEqual(ids('DenyUsers bob', { user: 'alice' }), [])
})

/** What Lynis 3.0.8 asks of sshd in SSH-7408, with a value it calls weak. */
const LYNIS: readonly (readonly [option: string, weak: string, release?: Release])[] = [
  ['AllowTcpForwarding', 'yes'],
  ['ClientAliveCountMax', '16'],
  ['ClientAliveInterval', '900'],
  ['Compression', 'yes'],
  ['FingerprintHash', 'md5'],
  ['GatewayPorts', 'yes'],
  ['IgnoreRhosts', 'no'],
  ['LoginGraceTime', '480'],
  ['LogLevel', 'INFO'],
  ['MaxAuthTries', '6'],
  ['MaxSessions', '8'],
  ['PermitRootLogin', 'yes'],
  ['PermitUserEnvironment', 'yes'],
  ['PermitTunnel', 'yes'],
  ['Port', '2222'],
  ['PrintLastLog', 'no'],
  ['StrictModes', 'no'],
  ['TCPKeepAlive', 'no'],
  ['UseDNS', 'yes'],
  ['X11Forwarding', 'yes'],
  ['AllowAgentForwarding', 'yes'],
  ['UsePrivilegeSeparation', 'no', { major: 7, minor: 2 }],
  ['Protocol', '1', { major: 7, minor: 2 }],
]

test('all that Lynis asks of sshd, somebody here asks too', () => {
  for (const [option, weak, release] of LYNIS) {
    assert.ok(
      RULES.some(({ peers }) => peers?.includes(`Lynis SSH-7408 ${option}`)),
      option,
    )
    // Lynis wants keep-alives: 900 × 16 is four hours.
    const lines = option.startsWith('ClientAlive')
      ? 'ClientAliveInterval 900\nClientAliveCountMax 16'
      : `${option} ${weak}`
    const keywords = audit(read(lines, release)).flatMap((finding) => finding.keywords)
    assert.ok(keywords.includes(option.toLowerCase()), `${option} ${weak} is not found`)
  }
  assert.ok(RULES.some(({ peers }) => peers?.includes('Lynis SSH-7440')))
})

const TESTS_SSH = '/usr/share/lynis/include/tests_ssh'
test('the installed Lynis asks nothing else', { skip: !existsSync(TESTS_SSH) && 'lynis is not installed' }, () => {
  const options = /SSHOPS="([^"]*)"/.exec(readFileSync(TESTS_SSH, 'utf8'))?.[1]?.match(/^\s*[A-Za-z0-9]+(?=:)/gm) ?? []
  assert.ok(options.length > 10)
  for (const option of options)
    assert.ok(
      LYNIS.some(([name]) => name === option.trim()),
      option,
    )
})

test("ssh-audit's gradings: what it fails or warns of is graded, what it fails is no mere doubt", () => {
  const file = new URL('./ssh-audit-2.5.0.json', import.meta.url)
  const kinds = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, 'fail' | 'warn' | 'good'>>
  // Two it has changed its mind about since: sntrup761 is no experiment any more, and security keys hold no random number.
  const elsewhere = /^sntrup761|^sk-ecdsa|^gss-|-cert-v01@openssh\.com$/
  for (const [name, grade] of Object.values(kinds).flatMap((kind) => Object.entries(kind))) {
    if (elsewhere.test(name)) continue
    if (grade !== 'good') assert.ok(gradingOf(name), name)
    // It fails every curve of NIST since 3.0 and every ssh-rsa; elsewhere they are called weak.
    if (grade === 'fail' && !/nistp|^ssh-rsa/.test(name))
      assert.equal(gradingOf(name)?.grade === 'doubted', false, name)
  }
})
