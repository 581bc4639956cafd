// What sshd itself failed at is told first; what strangers cause, and what is understood and harmless, is not called a trouble.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { scan } from '../../src/logs/scan/scan.ts'
import { Reader } from '../../src/logs/scan/reader.ts'
import { findingsOf } from '../../src/knowledge/log-findings/findings.ts'
import { readComplaint } from '../../src/knowledge/log-findings/read-complaint.ts'
import { usualComplaint } from '../../src/knowledge/log-findings/usual-complaint.ts'
import { troublesOf } from '../../src/knowledge/log-findings/troubles.ts'
import type { Findings } from '../../src/knowledge/log-findings/types.ts'
import type { LogSummary } from '../../src/sshd-log/types.ts'

const OPTIONS = { notAfter: Date.UTC(2026, 10, 28) }
const lines = (...messages: string[]): string =>
  messages
    .map((message, i) => `Nov  8 10:${String(i % 60).padStart(2, '0')}:00 web1 sshd[${100 + i}]: ${message}\n`)
    .join('')

async function summaryOf(text: string): Promise<LogSummary> {
  const summary = await scan([[Buffer.from(text)]], OPTIONS)
  assert.deepEqual(summary, await scan([[Buffer.from(text)]], { ...OPTIONS, engine: 'plain' }))
  return summary
}

async function findings(...messages: string[]): Promise<Findings> {
  const summary = await summaryOf(lines(...messages))
  return findingsOf(summary, troublesOf(summary.complaints ?? [], readComplaint))
}

const BIND = 'error: Bind to port 22 on 0.0.0.0 failed: Address already in use.'
const LIMIT = (user: string) => `pam_limits(sshd:session): Too many logins (max 4) for ${user}`
const DENIED = (user: string) => `fatal: Access denied for user ${user} by PAM account configuration [preauth]`
const UNLIKE = (address: string, offer: string) =>
  `Unable to negotiate with ${address} port 4022: no matching host key type found. Their offer: ${offer} [preauth]`

describe('troubles', () => {
  test('the whole server comes before single logins, and both before what strangers cause', async () => {
    const { verdict, says, troubles, advice } = await findings(
      UNLIKE('203.0.113.9', 'ssh-dss'),
      UNLIKE('203.0.113.9', 'ssh-dss'),
      UNLIKE('203.0.113.9', 'ssh-dss'),
      LIMIT('bob'),
      DENIED('alice'),
      DENIED('bob'),
      BIND,
    )
    assert.equal(verdict, 'failing')
    assert.match(says, /^sshd itself fails \(2026-11-08 10:06\): error: Bind to port 22/)
    assert.deepEqual(
      troubles.map(({ weight, count }) => [weight, count]),
      [
        ['server', 1],
        ['login', 2],
        ['login', 1],
        ['negotiation', 3],
      ],
    )
    assert.deepEqual(troubles[0]!.faults, ['port-taken'])
    assert.deepEqual(troubles[1]!.users, ['alice', 'bob'])
    assert.deepEqual([troubles[2]!.users, troubles[2]!.faults], [['bob'], ['login-limit-reached']])
    assert.deepEqual([troubles[3]!.theirs, troubles[3]!.byAddress], ['ssh-dss', [{ address: '203.0.113.9', count: 3 }]])
    assert.equal(advice[0]!.id, 'explain-failures')
  })

  test('clients that offer other things are told apart', async () => {
    const { troubles } = await findings(
      UNLIKE('203.0.113.9', 'ssh-dss'),
      UNLIKE('203.0.113.10', 'ssh-rsa,ssh-dss'),
      UNLIKE('203.0.113.11', 'ssh-dss'),
    )
    assert.deepEqual(
      troubles.map(({ theirs, count }) => [theirs, count]),
      [
        ['ssh-dss', 2],
        ['ssh-rsa,ssh-dss', 1],
      ],
    )
  })

  test('when, and from where: since the first and until the last', async () => {
    const late = (address: string) => `fatal: Timeout before authentication for ${address} port 4000`
    const { troubles } = await findings(late('203.0.113.9'), late('203.0.113.10'), late('203.0.113.9'))
    const [{ weight, count, first, last, byAddress }] = troubles as [Findings['troubles'][number]]
    assert.deepEqual([weight, count, first?.slice(11, 16), last?.slice(11, 16)], ['grace', 3, '10:00', '10:02'])
    assert.deepEqual(byAddress, [
      { address: '203.0.113.9', count: 2 },
      { address: '203.0.113.10', count: 1 },
    ])
  })

  test('"Nothing here needs you" only where every line at error and above is understood and harmless', async () => {
    const quiet = await findings(
      'Accepted publickey for alice from 198.51.100.4 port 4023 ssh2: ED25519 SHA256:abc',
      'error: kex_exchange_identification: Connection closed by remote host',
      'error: maximum authentication attempts exceeded for root from 203.0.113.9 port 4 ssh2 [preauth]',
      'pam_unix(sshd:auth): check pass; user unknown',
      'pam_systemd(sshd:session): Failed to connect to system bus: No such file or directory',
    )
    assert.deepEqual([quiet.verdict, quiet.troubles], ['quiet', []])
    assert.match(quiet.says, /^Nothing here needs you/)
    const strange = await findings('error: words that no sshd has ever printed')
    assert.equal(strange.verdict, 'quiet')
    assert.deepEqual(
      strange.troubles.map(({ weight, id }) => [weight, id]),
      [['unknown', null]],
    )
    assert.doesNotMatch(strange.says, /Nothing here needs you/)
    assert.match(strange.says, /1 line at error or above is not understood here/)
  })

  test('what a stranger’s rubbish brings forth is no failure of sshd’s', async () => {
    const { verdict, troubles, says } = await findings(
      'error: Hm, kex protocol error: type 30 seq 1 [preauth]',
      'error: padding error: need 99 block 16 mod 3 [preauth]',
      'fatal: Read from socket failed: Connection reset by peer [preauth]',
      'error: connect_to 10.0.0.1 port 5432: failed.',
      '/etc/ssh/sshd_config line 17: Deprecated option KeyRegenerationInterval',
    )
    assert.equal(verdict, 'quiet')
    assert.ok(
      troubles.every(({ weight }) => weight === 'other'),
      JSON.stringify(troubles),
    )
    assert.doesNotMatch(says, /sshd itself fails|does not let in/)
  })

  test('a name of the attacker’s is no complaint of sshd’s', async () => {
    const { troubles, verdict } = await findings(
      'Failed password for invalid user error: fork: x from 203.0.113.9 port 4 ssh2',
      'Invalid user fatal: Cannot bind any address. from 203.0.113.9 port 4',
    )
    assert.deepEqual([troubles, verdict], [[], 'quiet'])
  })

  test('what is told without the lexicon is what the lexicon says', async () => {
    const { complaints = [] } = await summaryOf(
      lines(
        UNLIKE('203.0.113.9', 'ssh-dss'),
        'fatal: Timeout before authentication for 203.0.113.9 port 4000',
        'Timeout before authentication for connection from 203.0.113.9 to 198.51.100.1, pid = 12',
      ),
    )
    assert.equal(complaints.length, 3)
    assert.deepEqual(
      troublesOf(complaints, (each) => usualComplaint(each)!),
      troublesOf(complaints, readComplaint),
    )
    assert.equal(usualComplaint({ ...complaints[0]!, text: BIND }), undefined)
  })

  test('two halves of a log are the whole', () => {
    const halves = [
      lines(BIND, DENIED('alice'), UNLIKE('203.0.113.9', 'ssh-dss')),
      lines(DENIED('bob'), BIND, LIMIT('x')),
    ]
    const readers = halves.map((half) => {
      const reader = new Reader({})
      reader.bytes(Buffer.from(half))
      reader.endOfSource()
      return reader
    })
    readers[0]!.append(structuredClone(readers[1]!.part()))
    const whole = new Reader({})
    whole.bytes(Buffer.from(halves.join('')))
    whole.endOfSource()
    assert.deepEqual(readers[0]!.summary(OPTIONS), whole.summary(OPTIONS))
  })
})

describe('where a filter has kept PAM’s lines only', () => {
  const pam = (address: string, user = '') =>
    `pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=${address} ${user === '' ? '' : ` user=${user}`}`

  test('they are the failures, and that is said', async () => {
    const summary = await summaryOf(
      lines(
        pam('203.0.113.9', 'root'),
        pam('203.0.113.9'),
        'PAM 2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.9  user=root',
        pam('198.51.100.7', 'mail'),
        'pam_sss(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.9 user=root',
      ),
    )
    assert.deepEqual([summary.failures.total, summary.failures.toldBy, summary.usersTried], [5, 'pam', 2])
    assert.deepEqual(
      summary.failures.byAddress.map(({ address, count, users }) => [address, count, users]),
      [
        ['203.0.113.9', 4, ['root']],
        ['198.51.100.7', 1, ['mail']],
      ],
    )
    assert.equal(
      summary.timeline?.reduce((sum, { failures }) => sum + failures, 0),
      5,
    )
    assert.ok(findingsOf(summary).cautions.some((each) => /kept PAM’s lines only/.test(each)))
  })

  test('one line of sshd’s own, before or behind, and they count no more', async () => {
    const own = 'Failed password for root from 192.0.2.1 port 4 ssh2'
    for (const all of [
      [own, pam('203.0.113.9')],
      [pam('203.0.113.9'), own],
    ]) {
      const summary = await summaryOf(lines(...all))
      assert.deepEqual([summary.failures.total, summary.failures.toldBy], [1, undefined])
      assert.deepEqual(
        summary.failures.byAddress.map(({ address }) => address),
        ['192.0.2.1'],
      )
    }
  })
})
