import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { faultNamedBy } from '../knowledge/named-by.ts'
import { readServerLogHints } from './server-log-hints.ts'

const FRAGMENTS = [
  'Failed password for ',
  'invalid user ',
  'root',
  ' from ',
  '127.0.0.1',
  '8.8.8.8',
  ' port 22',
  ' ssh2',
  'sshd[1]: ',
  'drop connection #3 from [',
  ']:',
  ' penalty: ',
  'Accepted password for ',
  'message repeated 5 times: [ ',
  ']',
  '\n',
  'Connection closed by authenticating user ',
  ' [preauth]',
  'exited MaxStartups throttling after 1, 9 connections dropped',
  'Nov 20 13:00:08 h ',
]

test('an episode of 9.2 (openssh.md 1.4): the drops are those of its last line', () => {
  const fact = readServerLogHints(`
Nov 20 13:00:08 vm sshd[18135]: error: beginning MaxStartups throttling
Nov 20 13:00:08 vm sshd[18135]: drop connection #2 from [127.0.0.1]:47136 on [127.0.0.1]:22601 past MaxStartups
Nov 20 13:00:20 vm sshd[18135]: exited MaxStartups throttling after 00:00:12, 37 connections dropped
`)
  assert.equal(fact?.lines, 3)
  assert.equal(fact?.drops, 37)
  assert.equal(fact?.dropSources, 1)
  assert.equal(fact?.penalties, 0)
  assert.ok((fact?.throttling ?? 0) >= 2)
  assert.match(fact?.says[0] ?? '', /exited MaxStartups/)
})

test('10.x: samples, and what was left out', () => {
  const fact = readServerLogHints(`
2026-11-20T13:00:08.070980+00:00 vm sshd[27329]: drop connection #10 from [2001:db8::7]:33400 on [2001:db8::1]:22 Maxstartups
2026-11-20T13:00:09.070980+00:00 vm sshd[27329]: Maxstartups logging rate-limited: additional 400 connections dropped
2026-11-20T13:00:09.070980+00:00 vm sshd[27218]: srclimit_penalise: 198.51.100.7/32: activating ipv4 penalty of 19.612 seconds for penalty: failed authentication
2026-11-20T13:00:10.070980+00:00 vm sshd[27218]: drop connection #0 from [198.51.100.7]:37564 on [192.0.2.1]:22 penalty: failed authentication
`)
  assert.equal(fact?.drops, 402)
  assert.equal(fact?.dropSources, 2)
  assert.equal(fact?.penalties, 2)
  assert.equal(fact?.throttling, 2)
})

test('addresses are read from the end, not from a user name', () => {
  const fact = readServerLogHints(`
Nov 20 13:00:08 vm sshd[1]: Failed password for invalid user root from 8.8.8.8 port 22 ssh2 from 127.0.0.1 port 40412 ssh2
Nov 20 13:00:08 vm sshd[2]: Failed password for invalid user x from 9.9.9.9 port 22 ssh2: RSA SHA256:abc from 127.0.0.1 port 40413 ssh2
Nov 20 13:00:08 vm sshd[3]: Connection closed by invalid user root from 8.8.8.8 port 22 ssh2 127.0.0.1 port 40412 [preauth]
Nov 20 13:00:08 vm sshd[4]: Invalid user  from 127.0.0.1 port 99
`)
  assert.equal(fact?.failureSources, 1)
  assert.equal(fact?.failures, 4)
})

test('one connection refused without a Failed line counts once, one with it not again', () => {
  const fact = readServerLogHints(`
Nov 20 13:00:08 vm sshd-session[7]: Invalid user admin from 203.0.113.9 port 4711
Nov 20 13:00:09 vm sshd-session[7]: Failed password for invalid user admin from 203.0.113.9 port 4711 ssh2
Nov 20 13:00:09 vm sshd-session[7]: message repeated 2 times: [ Failed password for invalid user admin from 203.0.113.9 port 4711 ssh2]
Nov 20 13:00:10 vm sshd-session[7]: Connection closed by invalid user admin 203.0.113.9 port 4711 [preauth]
Nov 20 13:00:11 vm sshd-session[8]: Connection closed by authenticating user root 203.0.113.10 port 4712 [preauth]
Nov 20 13:00:12 vm sshd-session[9]: Accepted publickey for alice from 192.0.2.7 port 57560 ssh2: ED25519 SHA256:KBLA
Nov 20 13:00:12 vm sshd-session[9]: Failed none for bob from 192.0.2.7 port 57561 ssh2
`)
  assert.equal(fact?.failures, 4)
  assert.equal(fact?.failureSources, 2)
  assert.equal(fact?.accepted, 1)
})

test("a client's words and other programs' lines are not sshd's", () => {
  assert.equal(readServerLogHints('Connection closed by 192.0.2.1 port 22'), undefined)
  assert.equal(readServerLogHints(''), undefined)
  assert.equal(
    readServerLogHints('192.0.2.1 - - "GET /sshd[1]: Accepted password for a from 1.2.3.4 port 5 ssh2'),
    undefined,
  )
  assert.equal(
    readServerLogHints('drop connection #12 from [192.0.2.9]:4000 on [192.0.2.1]:22 past MaxStartups')?.drops,
    1,
  )
})

test('any text: never throws, little kept, nothing commands the terminal', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 60 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (some) => {
      const fact = readServerLogHints(some)
      if (!fact) return
      assert.ok(fact.says.length <= 4 && fact.says.every((line) => line.length < 5000 && !/\p{Cc}/u.test(line)))
      for (const count of [fact.lines, fact.throttling, fact.drops, fact.penalties, fact.failures, fact.accepted])
        assert.ok(Number.isSafeInteger(count) && count >= 0)
    }),
  )
})

test('a megabyte of anything within a second', () => {
  for (const fragment of [
    ...FRAGMENTS,
    'x',
    'sshd[1]: Failed password for a from ',
    'Invalid user a from 1.1.1.1 port 2 from ',
    ' '.repeat(80),
  ]) {
    // Our own time, not the clock's: others may be busy on this machine.
    const began = process.cpuUsage()
    readServerLogHints(fragment.repeat(Math.ceil(1_000_000 / fragment.length)))
    readServerLogHints((fragment.repeat(Math.ceil(1500 / fragment.length)) + '\n').repeat(600))
    assert.ok(process.cpuUsage(began).user < 2_000_000, fragment)
  }
})

test('a name that reads like a log line names nothing', () => {
  for (const line of [
    'Nov 20 13:00:08 vm sshd[4]: Invalid user sshd[1]: fork: no from 203.0.113.9 port 99',
    'Invalid user sshd: fork: Resource temporarily unavailable from 203.0.113.9 port 99',
    'Nov 20 13:00:08 vm sshd[4]: Failed password for invalid user Out of memory: from 203.0.113.9 port 9 ssh2',
  ])
    assert.deepEqual(readServerLogHints(line)?.told?.filter((told) => told !== 'user-unknown') ?? [], [], line)
})

test('what sshd calls by name, in every spelling of a header', () => {
  const named = (line: string) => readServerLogHints(line)?.told?.map(faultNamedBy).at(-1)
  for (const head of [
    'Nov 20 13:00:08 vm sshd[812]: ',
    '2026-11-20T13:00:08.070980+00:00 vm sshd-session[812]: ',
    '<38>1 2026-11-20T13:00:08Z vm sshd 812 - - ',
    'sshd[812]: ',
    '',
  ]) {
    assert.equal(named(`${head}fatal: Missing privilege separation directory: /run/sshd`), 'privsep-directory-missing')
    assert.equal(
      named(`${head}Authentication refused: bad ownership or modes for directory /home/a`),
      'strict-modes-refuses',
    )
    assert.equal(named(`${head}error: Bind to port 22 on :: failed: Address already in use.`), 'port-taken')
    assert.equal(named(`${head}error: fork: Cannot allocate memory`), 'fork-refused')
  }
  const journal = { MESSAGE: 'refused connect from 203.0.113.9 (203.0.113.9)', SYSLOG_IDENTIFIER: 'sshd', _PID: '812' }
  assert.equal(named(JSON.stringify(journal)), 'denied-by-tcp-wrappers')
  assert.equal(
    named(
      '/etc/ssh/sshd_config: line 88: Bad configuration option: Foo\n/etc/ssh/sshd_config: terminating, 1 bad configuration options',
    ),
    'nothing-listens',
  )
})

test('other programs of the server name faults as well', () => {
  const named = (line: string) => readServerLogHints(line)?.told?.map(faultNamedBy)
  assert.deepEqual(named('2026-11-20 13:00:00,123 fail2ban.actions [812]: NOTICE [sshd] Ban 203.0.113.9'), [
    'source-banned',
  ])
  assert.deepEqual(named('Nov 20 13:00:00 h kernel: Out of memory: Killed process 812 (mysqld) total-vm:1kB'), [
    'memory-exhausted',
  ])
  // systemd says that the unit failed, and not why: that leaves several faults open.
  const failed = readServerLogHints('Nov 20 13:00:00 h systemd[1]: ssh.service: Start request repeated too quickly.')
  assert.deepEqual(failed?.told, ['service-failed'])
  assert.equal(named('Nov 20 13:00:00 h systemd[1]: Started session-3.scope'), undefined)
})
