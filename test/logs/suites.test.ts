import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { newReadState, recogniseLine } from '../../src/sshd-log/line.ts'
import type { LineKind, LogLine } from '../../src/sshd-log/types.ts'

/** Other people's logs and verdicts stand beside the checkout; a clone without them cannot run this. */
const CORPORA = resolve(import.meta.dirname, '../../../shared/corpora')
const missing = existsSync(CORPORA)
  ? false
  : `NOT RUN: ${CORPORA} is not here, so no foreign suite has judged the recogniser.`
if (missing) console.log(missing)

interface Case {
  line: string
  line_no: number
  stateful: boolean
  note: string
  expect: { is_failure: boolean; kind?: string; ip?: string; user?: string; port?: number }
}

const read = (suite: string): Case[] =>
  readFileSync(join(CORPORA, 'expected', `${suite}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case)

/** A connection that ended in authentication. */
const endedUnauthenticated = ({ kind, preauth, account }: LogLine): boolean =>
  (kind === 'closed' || kind === 'reset' || kind === 'disconnected' || kind === 'disconnecting') &&
  (account === 'invalid' || account === 'authenticating' || (preauth === true && account === undefined))

const ALWAYS: ReadonlySet<LineKind> = new Set([
  'failed',
  'failed-none',
  'invalid-user',
  'not-allowed',
  'root-refused',
  'max-attempts',
  'pam-failure',
  'pam-error',
  'no-common-algorithm',
  'no-identification',
  'bad-identification',
  'banner-exchange',
  'grace-timeout',
  'dispatch-error',
  'bad-packet',
  'refused',
])

/** What each suite's authors call a failure, in our kinds. */
const FAILURE: Readonly<Record<string, (line: LogLine) => boolean>> = {
  // Attack on sshd ("service 100"), a scan included; a resigned address as well.
  sshguard: (line) => ALWAYS.has(line.kind) || line.kind === 'drop-penalty' || endedUnauthenticated(line),
  // Anything of log_type ssh_*: what their scenarios count.
  crowdsec: (line) => ALWAYS.has(line.kind) || endedUnauthenticated(line),
}

for (const suite of Object.keys(FAILURE)) {
  test(`${suite}'s own cases: addresses, users, ports, failures`, { skip: missing }, () => {
    const state = newReadState({ year: 2024 })
    let [hit, wrong, missed] = [0, 0, 0]
    const fields = { address: [0, 0], user: [0, 0], port: [0, 0] }
    const faults: string[] = []
    for (const { line, line_no, expect } of read(suite)) {
      // Other services' lines, and dropbear's, are theirs: none may be taken for sshd's.
      const said = recogniseLine(line, state)
      const failure = said !== undefined && FAILURE[suite]!(said)
      if (failure && expect.is_failure) hit++
      else if (failure) wrong++
      else if (expect.is_failure) missed++
      if (failure !== expect.is_failure) faults.push(`${line_no} ${said?.kind}: ${line}`)
      const ours = expect.is_failure || said !== undefined
      if (!ours) continue
      for (const [name, want, got] of [
        ['address', expect.ip, said?.address],
        ['user', expect.user, said?.user],
        ['port', expect.port, said?.port],
      ] as const) {
        if (want === undefined) continue
        fields[name][1]!++
        if (String(got) === String(want)) fields[name][0]!++
        else faults.push(`${line_no} ${name} ${got}, not ${want}: ${line}`)
      }
    }
    const precision = hit / (hit + wrong)
    const recall = hit / (hit + missed)
    const share = ([right, all]: number[]): string => `${right}/${all}`
    console.log(
      `${suite}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, address ${share(fields.address)}, ` +
        `user ${share(fields.user)}, port ${share(fields.port)}`,
    )
    for (const fault of faults) console.log(`  ${fault}`)
    assert.ok(precision >= 0.98 && recall >= 0.98, `precision ${precision}, recall ${recall}`)
    for (const [name, [right, all]] of Object.entries(fields)) assert.ok(right! >= all! * 0.99, name)
  })
}

test(
  'every line that real sshd wrote here is recognised, addresses as the reference has them',
  { skip: missing },
  async () => {
    const { R } = (await import(join(CORPORA, 'openssh/patterns.mjs'))) as { R: Record<string, RegExp> }
    const state = newReadState()
    const others: string[] = []
    let compared = 0
    for (const entry of readFileSync(join(CORPORA, 'openssh/lines.txt'), 'utf8').split('\n')) {
      const m = /^\[[^\]]+\] srv (.*)$/.exec(entry)
      if (!m) continue
      const said = recogniseLine(m[1]!, state)
      const header = R['header']!.exec(m[1]!.replace(/^<\d+> ?/, ''))
      if (!header) {
        assert.equal(said, undefined, entry)
        continue
      }
      assert.ok(said, entry)
      if (said.kind === 'other') others.push(entry)
      for (const [name, pattern] of Object.entries(R)) {
        if (name === 'header') continue
        const groups: Record<string, string> | undefined = pattern.exec(header.groups!['msg']!)?.groups
        if (!groups) continue
        if (name !== 'session') assert.notEqual(said.kind, 'other', entry)
        if (groups['ip']) assert.equal(said.address, groups['ip'], entry)
        if (groups['port'] && groups['ip']) assert.equal(said.port, Number(groups['port']), entry)
        if (groups['user'] && name !== 'pamfail') assert.equal(said.user, groups['user'], entry)
        compared++
      }
    }
    console.log(`${compared} real lines agree with the reference; ${others.length} say nothing of ours`)
    assert.ok(compared > 200)
  },
)
