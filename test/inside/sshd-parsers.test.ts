import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ProbeContext, Unanswered } from '../../src/core/probe.ts'
import { readAcceptQueue } from '../../src/probes/inside/accept-queue.ts'
import account, { readAccount, readShadow } from '../../src/probes/inside/account.ts'
import { readKeyFiles } from '../../src/probes/inside/authorized-keys.ts'
import { keyFilePath, readAuthorizedKeys } from '../../src/probes/account/authorized-keys-text.ts'
import { readHostKeys } from '../../src/probes/inside/host-keys.ts'
import { readSession } from '../../src/probes/inside/inside-session.ts'
import listener, { readListeners } from '../../src/probes/inside/listener.ts'
import { faultNamedBy } from '../../src/knowledge/named-by.ts'
import { ofOurs } from '../../src/probes/server-log/log-of-ours.ts'
import { lineTime } from '../../src/probes/server-log/log-time.ts'
import { oddity, readLoginFiles } from '../../src/probes/inside/login-files.ts'
import { may, readListed } from '../../src/probes/account/modes.ts'
import nologin, { readNologin } from '../../src/probes/inside/nologin.ts'
import { publicHalf } from '../../src/probes/account/own-keys.ts'
import { readPam } from '../../src/probes/inside/pam.ts'
import { pamStack } from '../../src/probes/account/pam-stack.ts'
import { readPrivsep } from '../../src/probes/inside/privsep-directory.ts'
import serverLog, { readServerLog } from '../../src/probes/inside/server-log.ts'
import slotHolders, { readSlotHolders } from '../../src/probes/inside/slot-holders.ts'
import { readValues } from '../../src/probes/sshd/ask-sshd.ts'
import { readEffective, readStart } from '../../src/probes/inside/sshd-effective.ts'
import { readPrograms } from '../../src/probes/inside/sshd-programs.ts'
import { readUnits } from '../../src/probes/inside/sshd-unit.ts'

/** Sensible lines of every script in any order, and strangers' bytes between them. */
const line = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '@processes',
    '@sockets',
    '@holders',
    '@details',
    '@key',
    '@file',
    '@program',
    '@passwd',
    '@shadow',
    '@values',
    '@exit',
    '@units',
    '@lines',
    '@journal',
    '@now',
    '@pam',
    '@uptime',
    '@who',
    '@group',
    '@chroot',
    '@listing',
    '@path',
    '@times',
    '@id',
    '@rules',
    '@listed',
    '@gids',
    '@readable',
    '12|12 (sshd) S 1 12 12 0 -1|sshd: /usr/sbin/sshd -D [listener] 3 of 10-100 startups',
    '13|13 (sshd-session) S 12 1|sshd-session: [accepted]',
    '   0: 0A3E4D0A:0016 463E4D0A:930E 01 00000000:00000000 02:000AFB86 00000000     0        0 35859 2 0 20 4 14 21 -1',
    '   0: 00000000:0016 00000000:0000 0A 00000000:00000003 00:00000000 00000000     0        0 33295 1 0 100 0 0 10 0',
    '/proc/13/fd:',
    'lrwx------ 1 0 0 64 Nov 21 11:00 3 -> socket:[35859]',
    'pid 12',
    'stat 12 (sshd) S 1 2',
    'missing',
    'there',
    'exit 0',
    '0',
    '-rw------- 1 0 0 505 Nov 21 11:00 /etc/ssh/ssh_host_rsa_key',
    'drwxr-xr-x 2 0 0 40 Nov 21 11:00 /run/sshd',
    '/etc/ssh/key',
    'ls ',
    '|x',
    'alice:x:1000:1000::/home/alice:/bin/bash',
    'alice:!$y$j9T$a:20000:0:99999:7:::',
    'port 22',
    'unit ssh.service',
    'Id=ssh.service',
    'LoadState=loaded',
    '/etc/pam.d/sshd:@include sshd',
    '/etc/pam.d/sshd:auth include sshd',
    '1795000000',
    '2026 +0000',
    '100.5 3',
    'journal',
    '|1:exit 1',
    '2026-11-21T11:15:42+0000 web sshd[67]: User alice from 10.0.0.1 not allowed because not listed in AllowUsers',
  ),
)
const output = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'))

test('no parser throws, whatever a server prints', () => {
  fc.assert(
    fc.property(output, fc.string(), (text, word) => {
      readSession(text)
      readListeners(text, 22)
      readSlotHolders(text, '10.0.0.1')
      readAcceptQueue(text, 22)
      readEffective(text)
      readStart(text)
      readUnits(text)
      readHostKeys(text)
      readPrivsep(text)
      readPrograms(text)
      readAccount(text, word)
      readKeyFiles(text, { user: word, uid: 1000, strictModes: true, ours: { blobs: ['AAAA'], all: true } })
      readNologin(text)
      readPam(text, 'sshd')
      readLoginFiles(text)
      readServerLog(text, { age: 100, user: word, address: '10.0.0.1' })
      readAuthorizedKeys(text)
      publicHalf(text)
      oddity(text)
    }),
    { numRuns: 400 },
  )
})

test('nothing a server prints gives commands to a terminal', () => {
  fc.assert(
    fc.property(output, (text) => {
      const facts = [
        readSession(text),
        readListeners(text, 22),
        readUnits(text),
        readHostKeys(text),
        readPrivsep(text),
        readPrograms(text),
        readAccount(text, 'alice'),
        readKeyFiles(text, { user: 'alice', uid: 1000, strictModes: true }),
        readNologin(text),
        readPam(text, 'sshd'),
        readLoginFiles(text),
        readServerLog(text, { age: 100 }),
      ]
      // JSON shows control characters as \u00xx; what went through visible() has none.
      assert.doesNotMatch(JSON.stringify(facts), /\\u00[01]|\u001b|\u202e/)
    }),
    { numRuns: 300 },
  )
})

test('shadow, as pam_unix and sshd read it', () => {
  const at = (line: string, today = 20_000) => readShadow(line, today)
  assert.deepEqual(at('alice:$y$:19000:0:99999:7:::'), { locked: false, expired: 'no' })
  assert.deepEqual(at('alice:!:19000:0:99999:7:::'), { locked: true, expired: 'no' })
  assert.deepEqual(at('alice:*:19000:0:99999:7:::'), { locked: false, expired: 'no' })
  assert.deepEqual(at('alice:$y$:19000:0:99999:7::20000:'), {
    locked: false,
    expired: 'account',
    expiredOn: '2024-10-04',
  })
  assert.deepEqual(at('alice:$y$:19000:0:99999:7::20001:'), { locked: false, expired: 'no' })
  assert.deepEqual(at('alice:$y$:0:0:99999:7:::'), { locked: false, expired: 'password' })
  assert.equal(at('alice:$y$:19900:0:100:7:::').expired, 'no')
  assert.equal(at('alice:$y$:19899:0:100:7:::').expired, 'password')
  assert.equal(at('alice:$y$:19869:0:100:7:30::').expired, 'dormant')
  assert.equal(at('alice:$y$:19870:0:100:7:30::').expired, 'password')
  assert.deepEqual(at('nonsense'), {})
})

test('the options of a listener, from its title', () => {
  const plain = { file: '/etc/ssh/sshd_config', options: [] }
  assert.deepEqual(readStart('sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups'), plain)
  assert.deepEqual(
    readStart(
      'sshd: /usr/sbin/sshd -D -f /etc/ssh/b -p 2022 -oPort=3 -o UseDNS=no -E /log [listener] 0 of 10-100 startups',
    ),
    {
      file: '/etc/ssh/b',
      options: ['-p', '2022', '-o', 'Port=3', '-o', 'UseDNS=no'],
    },
  )
  assert.deepEqual(readStart(''), plain)
  assert.deepEqual(readStart('sshd: /usr/sbin/sshd -f'), plain)
})

test('keywords in any case; several lines of one are kept', () => {
  const values = readValues(['Port 22', 'Port 23', 'allowusers a b', 'permituserenvironment no', '/x: line 3: Bad'])
  assert.deepEqual(values, { port: ['22', '23'], allowusers: ['a b'], permituserenvironment: ['no'] })
})

test('modes of ls', () => {
  const listed = readListed('drwxrws--T+ 2 1000 100 40 Nov 21 11:00 /srv/a b')!
  assert.deepEqual(
    [listed.type, listed.mode.toString(8), listed.uid, listed.gid, listed.acl, listed.path],
    ['d', '3770', 1000, 100, true, '/srv/a b'],
  )
  assert.equal(may(listed, 4, 7, [100]), true)
  assert.equal(may(listed, 4, 7, [7]), false)
  assert.equal(readListed('crw-rw-rw- 1 0 0 1, 3 Jan  1  2020 /dev/null')?.path, '/dev/null')
})

test('keys behind options, and paths of AuthorizedKeysFile', () => {
  const blob = 'AAAAC3NzaC1lZDI1NTE5AAAAIExample00000000000000'
  const keys = readAuthorizedKeys(
    `# no\n\nssh-ed25519 ${blob}== me\r\n  from="a b,\\"c\\"",no-pty ssh-ed25519 ${blob} x\nnonsense here\n`,
  )
  assert.deepEqual(
    keys.map(({ options }) => options),
    [undefined, 'from="a b,\\"c\\"",no-pty'],
  )
  assert.ok(keys.every((key) => key.blob === blob))
  const alice = { user: 'alice', uid: 1000, home: '/home/alice' }
  assert.equal(keyFilePath('.ssh/authorized_keys', alice), '/home/alice/.ssh/authorized_keys')
  assert.equal(keyFilePath('/etc/keys/%u-%U%%', alice), '/etc/keys/alice-1000%')
  assert.equal(keyFilePath('%h/x', alice), '/home/alice/x')
  assert.equal(keyFilePath('%z', alice), undefined)
})

test('includes of PAM are followed in their places, circles end', () => {
  const lines = [
    '/etc/pam.d/sshd:auth requisite pam_a.so',
    '/etc/pam.d/sshd:@include common',
    '/etc/pam.d/sshd:account include common',
    '/etc/pam.d/sshd:-session [success=ok \\',
    '/etc/pam.d/sshd:default=bad] pam_d.so x y',
    '/etc/pam.d/common:account required pam_b.so',
    '/etc/pam.d/common:@include sshd',
  ]
  const stack = pamStack(lines, 'sshd')
  assert.deepEqual(
    stack.slice(0, 2).map(({ module }) => module),
    ['pam_a.so', 'pam_b.so'],
  )
  const last = stack.find(({ module }) => module === 'pam_d.so')
  assert.deepEqual([last?.optional, last?.control, last?.args], [true, '[success=ok  default=bad]', 'x y'])
})

test('lines that end or hold a shell, and those every machine has', () => {
  for (const code of [
    'exit 1',
    '[ -f x ] || exit',
    '. /opt/env.sh || exit 1',
    'exec tmux',
    'sleep 30',
    'until test -e /x; do sleep 1; done',
    'read -p "name? " n',
    'if true; then exit; fi',
  ])
    assert.ok(oddity(code), code)
  for (const code of [
    '# exit',
    'case $- in *i*) ;; *) return;; esac',
    'exec 3<&0',
    'export EXIT=1',
    'echo "to exit type exit"',
    'while read -r line; do',
    'alias quit=exit',
    '[ -z "$PS1" ] && return',
    'PATH=$PATH:/x',
  ])
    assert.equal(oddity(code), undefined, code)
})

test('times of logs', () => {
  const clock = { year: 2026, zone: '+0100', now: Date.parse('2026-01-02T00:00:00Z') / 1000 }
  const iso = (line: string) => {
    const at = lineTime(line, clock)
    return at === undefined ? undefined : new Date(at * 1000).toISOString()
  }
  assert.equal(iso('2026-01-01T10:00:00+02:00 web sshd[1]: x'), '2026-01-01T08:00:00.000Z')
  assert.equal(iso('2026-01-01T10:00:00.123456+0200 web sshd[1]: x'), '2026-01-01T08:00:00.123Z')
  assert.equal(iso('Dec 31 23:00:00 web sshd[1]: x'), '2025-12-31T22:00:00.000Z')
  assert.equal(iso('Jan  1 23:00:00 web sshd[1]: x'), '2026-01-01T22:00:00.000Z')
  assert.equal(iso('sshd[1]: x'), undefined)
})

test('what of a log is about us', () => {
  const us = { user: 'alice', address: '10.0.0.1', via: new Set(['99']) }
  const head = '2026-11-21T11:15:42+0000 web'
  const faults = (...lines: string[]) =>
    ofOurs(
      lines.map((each) => `${head} ${each}`),
      us,
    ).messages.map(faultNamedBy)
  assert.deepEqual(faults('sshd[5]: User alice from 10.0.0.1 not allowed because not listed in AllowUsers'), [
    'user-not-allowed',
  ])
  assert.deepEqual(faults('sshd[5]: User alice from 10.0.0.2 not allowed because not listed in AllowUsers'), [])
  assert.deepEqual(faults('sshd[99]: User alice from 10.0.0.1 not allowed because not listed in AllowUsers'), [])
  const dropped = (address: string, why: string) =>
    `sshd[7]: drop connection #0 from [${address}]:48890 on [10.0.0.9]:22 penalty: ${why}`
  assert.deepEqual(faults(dropped('10.0.0.1', 'failed authentication')), ['per-source-penalty'])
  assert.deepEqual(faults(dropped('10.0.0.2', 'failed authentication')), [])
  // A crash is the server's, whoever has to pay for it.
  assert.deepEqual(faults(dropped('10.0.0.2', 'caused crash')), ['sshd-child-dies'])
  // The line that names the fault does not name the address; its neighbour of the same process does.
  const refused = 'Authentication refused: bad ownership or modes for directory /home/alice'
  assert.deepEqual(
    faults(
      `sshd-session[5]: ${refused}`,
      'sshd-session[5]: Connection closed by authenticating user alice 10.0.0.1 port 9 [preauth]',
    ),
    ['strict-modes-refuses'],
  )
  assert.deepEqual(
    faults(
      `sshd-session[5]: ${refused}`,
      'sshd-session[5]: Connection closed by authenticating user alice 10.0.0.7 port 9 [preauth]',
    ),
    [],
  )
  assert.deepEqual(
    faults(
      `sshd-session[5]: ${refused}`,
      'sshd-session[6]: Connection closed by authenticating user alice 10.0.0.1 port 9 [preauth]',
    ),
    [],
  )
  assert.deepEqual(faults('sshd[7]: error: fork: Resource temporarily unavailable'), ['fork-refused'])
  // A user's name of this form is the attacker's.
  assert.deepEqual(faults('sshd[8]: Invalid user x sshd[9]: fork: from 10.0.0.8 port 1'), [])
})

test('half an answer is none', async () => {
  const target = { destination: 'web', host: '10.0.0.1', port: 22, user: 'alice', ssh: [] }
  const end = { stderr: '', cut: false, seconds: 1 }
  const context = (stdout: string, how: { code: number | null; timedOut: boolean }): ProbeContext => ({
    target,
    facts: {
      'sshd-effective': { at: '', seen: 'network', via: '', missing: { why: 'absent', says: 'no' } },
      listener: { at: '', seen: 'network', via: '', missing: { why: 'absent', says: 'no' } },
    },
    access: {
      via: '',
      root: true,
      roundTrip: 0,
      exec: () => Promise.resolve({ ...end, ...how, stdout }),
      close: () => Promise.resolve(),
    },
    signal: new AbortController().signal,
    connection: () => Promise.resolve(true),
    progress() {},
    step() {},
    patience: 1,
  })
  const nothing = '@uptime\n100 3\n@processes\n@sockets\n@who\n0\n@journal\n'
  for (const probe of [listener, nologin, slotHolders, serverLog, account])
    for (const how of [
      { code: null, timedOut: true },
      { code: null, timedOut: false },
    ])
      await assert.rejects(probe.run(context(nothing, how)), Unanswered, probe.id)
  assert.deepEqual((await nologin.run(context(nothing, { code: 0, timedOut: false }))).files, [])
})

test('words of a server with commands to a terminal in them are shown, not obeyed', () => {
  const evil = 'x\u001b[2Jy'
  const socket = '0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 77 1 0 100 0 0 10 0'
  const held = `@uptime\n100 3\n@sockets\n${socket}\n@holders\n/proc/12/fd:\nl 3 -> socket:[77]\n@details\npid 12\ncomm sshd${evil}`
  const facts = [
    readListeners(`${held}\nwchan ${evil}\ntitle sshd: ${evil}`, 22),
    readSession(`@id\n0\n${evil}\n@os\nID=${evil}\n@kernel\n${evil}`),
    readUnits(
      `@units\nunit ssh.service\nId=${evil}\nLoadState=loaded\nActiveState=${evil}\nSubState=${evil}\nResult=${evil}`,
    ),
    readHostKeys(`@key\n/etc/${evil}\nmissing`),
    readPrograms(`@program\n/usr/${evil}\nthere\nexit 127\n${evil}: error while loading shared libraries`),
    readAccount(`@who\n0\n@passwd\n${evil}:x:1:1::/home/${evil}:/bin/${evil}\n@groups\n${evil}`, evil),
    readNologin(`@file\n/etc/${evil}\n|${evil}`),
    readPam(`@lines\n/etc/pam.d/sshd:auth required pam_exec.so ${evil}`, 'sshd'),
    readLoginFiles(`@file\n/home/${evil}\n|1:exit ${evil}`),
    readEffective(`@who\n0\n@sshd\n/usr/${evil}\n@values\n${evil}: line 1: wrong\n@exit\n255\n@version\n${evil}`),
  ]
  for (const fact of facts) {
    assert.match(JSON.stringify(fact), /\\\\x1b/)
    assert.doesNotMatch(JSON.stringify(fact), /\\u001b/)
  }
})
