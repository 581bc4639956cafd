import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '../../src/knowledge/log-findings/findings.ts'
import type { LogSummary } from '../../src/sshd-log/types.ts'
import { scan } from '../../src/logs/scan/scan.ts'

/** Messages of one listener, a second apart, as both engines read them. */
async function read(messages: readonly string[], tag = 'sshd[77]'): Promise<LogSummary> {
  const at = (i: number) => new Date(Date.UTC(2025, 10, 8, 17, 0, i)).toISOString()
  const bytes = [Buffer.from(messages.map((message, i) => `${at(i)} h ${tag}: ${message}\n`).join(''))]
  const plain = await scan([bytes], { engine: 'plain' })
  assert.deepEqual(await scan([bytes], { engine: 'wasm' }), plain)
  return plain
}

const BEGINS = 'error: beginning MaxStartups throttling'
const drop = (pending: number, why = 'past MaxStartups') =>
  `drop connection #${pending} from [192.0.2.7]:50111 on [198.51.100.1]:22 ${why}`

test('an episode of days is told whole', async () => {
  const ends = 'exited MaxStartups throttling after 2d03h46m, 98765 connections dropped'
  const { drops, episodes } = await read([BEGINS, drop(12), ends])
  assert.deepEqual([drops.total, drops.exact, episodes.length], [98765, true, 1])
  const [cut] = (await read([ends])).episodes
  assert.equal(Date.parse(cut!.end!) - Date.parse(cut!.start!), ((2 * 24 + 3) * 60 + 46) * 60_000)
})

test('a number is exact only where sshd tells it or writes a line for each', async () => {
  const exact = async (...messages: string[]) => (await read(messages)).drops.exact
  // 7.4 to 8.3 at VERBOSE.
  assert.equal(await exact(drop(11), drop(12)), true)
  // 9.8 and 9.9 write `past Maxstartups`, and of an episode whose begin was cut off one line.
  assert.equal(await exact(drop(12, 'past Maxstartups')), false)
  // From 10.0 on the limiter may have left out drops of either limit.
  assert.equal(await exact(drop(12, 'Maxstartups')), false)
  assert.equal(await exact(drop(3, 'Maxstartups')), false)
  assert.equal(await exact(BEGINS, drop(12)), false)
})

test('no drop in a log of a sshd that logs none is no proof', async () => {
  const old = await read(['Did not receive identification string from 192.0.2.7 port 50111'])
  assert.deepEqual(old.releases, ['≤8.3'])
  assert.deepEqual([old.drops.total, old.drops.exact], [0, false])
  const newer = await read(['Accepted password for bob from 192.0.2.7 port 50111 ssh2'], 'sshd-session[78]')
  assert.deepEqual([newer.drops.total, newer.drops.exact], [0, true])
  const says = async (...messages: string[]) => findingsOf(await read(messages)).cautions.join(' ')
  assert.match(await says('Did not receive identification string from 192.0.2.7 port 5'), /proves nothing/)
  assert.match(await says('Failed password for root from 192.0.2.7 port 5 ssh2'), /cannot be told/)
  assert.doesNotMatch(await says(drop(11), drop(12)), /each episode’s last line/)
})

test('drops that are in an episode already are not added to it in words', async () => {
  const summary = await read([
    BEGINS,
    drop(3),
    'exited MaxStartups throttling after 00:00:30, 40 connections dropped',
    'Failed password for root from 192.0.2.7 port 5 ssh2',
  ])
  assert.match(findingsOf(summary).says, /40 connections by MaxStartups in 1 episode \(at least 1 of them by PerSource/)
})

test('one attempt under PAM is one, also where its first telling has the name of the client', async () => {
  const told = (name: string) => [
    `error: PAM: Authentication failure for illegal user bob from ${name}`,
    'Failed keyboard-interactive/pam for invalid user bob from 192.0.2.7 port 50111 ssh2',
  ]
  for (const name of ['192.0.2.7', 'client.example.net', '2001.example.net'])
    assert.equal((await read([...told(name), ...told(name)])).failures.total, 2, name)
  const two = [...told('client.example.net').slice(0, 1), ...told('192.0.2.7').slice(1)]
  assert.equal(
    (await read([...two, 'Failed keyboard-interactive/pam for bob from 192.0.2.7 port 5 ssh2'])).failures.total,
    2,
  )
})

test('an episode whose last line is missing has no end; one that a restart ended has', async () => {
  const { episodes } = await read([BEGINS, drop(12), 'Received SIGHUP; restarting.', BEGINS, drop(13)])
  assert.deepEqual(
    episodes.map(({ start, end, exact }) => [start?.slice(17, 19), end?.slice(17, 19), exact]),
    [
      ['00', '02', false],
      ['03', undefined, false],
    ],
  )
})

test('refusals by penalty are exact where sshd is known to write them all, or too few to be left out', async () => {
  const refused = drop(0, 'penalty: failed authentication')
  const exact = async (n: number, ...more: string[]) =>
    (await read([...more, ...Array.from({ length: n }, () => refused)])).penalties.exact
  assert.equal(await exact(7), true)
  assert.equal(await exact(30), false)
  assert.equal(await exact(30, drop(12, 'past Maxstartups')), true)
  assert.equal(await exact(30, drop(12, 'Maxstartups')), false)
  assert.equal(await exact(2, 'PerSourcePenalties logging rate-limited: additional 9 connections dropped'), false)
})
