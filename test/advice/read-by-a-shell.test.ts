import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Argv, Pipeline, Step } from '../../src/core/remedy.ts'
import { pipelineText, shownCommand } from '../../src/core/shown-command.ts'
import type { Target } from '../../src/core/types.ts'
import { audit } from '../../src/knowledge/config-rules/audit.ts'
import { findingsOf } from '../../src/knowledge/log-findings/findings.ts'
import { logsJson } from '../../src/report/logs/document.ts'
import { inNetwork, isAddress } from '../../src/openssh/networks.ts'
import { REMEDIES } from '../../src/remedies/registry.ts'
import { effectiveConfig } from '../../src/sshd-config/effective.ts'
import { makeSummariser } from '../../src/sshd-log/summary.ts'
import { anyFacts } from '../cases/arbitrary-facts.ts'
import { EXAMPLES } from '../config-rules/examples.ts'

/** Whoever pastes a command of ours has a shell read it: a real one has to find the very words that the step has. */

/** A folder where patterns fit something. */
const cwd = mkdtempSync(join(tmpdir(), 'sshmedic-words-'))
writeFileSync(join(cwd, 'a'), '')
after(() => rmSync(cwd, { recursive: true }))

const END = 'end of the words'
/** Says which command it stands before, and the words that the shell found. No program of the pipeline is run. */
const SAY = `say() { printf '%s\\0' "$@" '${END}' >&2; }\n`

/** The words of each program, in order, as sh reads them; a home is called `~`, so that one stays as it was written. */
function readBySh(pipelines: readonly Pipeline[]): string[][] {
  let program = 0
  const lines = pipelines.map((pipeline) => pipelineText(pipeline.map((argv) => ['say', String(program++), ...argv])))
  const { stderr, status } = spawnSync('sh', ['-c', SAY + lines.join('\n')], {
    cwd,
    encoding: 'utf8',
    env: { HOME: '~', PATH: process.env['PATH'] ?? '' },
  })
  assert.equal(status, 0, stderr)
  const found: string[][] = []
  let words: string[] = []
  for (const word of stderr.split('\0').slice(0, -1)) {
    if (word !== END) words.push(word)
    else {
      found[Number(words[0])] = words.slice(1)
      words = []
    }
  }
  return found
}

function readAsMeant(steps: readonly Step[]): number {
  const pipelines = steps.flatMap((step) => [
    ...(step.kind === 'exec' ? step.commands : []),
    ...(step.undo ?? []),
    ...(step.check ?? []),
    ...(step.shutsOut?.look.kind === 'exec' ? step.shutsOut.look.commands : []),
  ])
  const meant: Argv[] = pipelines.flat()
  assert.deepEqual(readBySh(pipelines), meant)
  return meant.length
}

/** What a stranger writes where a name or an address is expected. */
const hostile = fc.oneof(
  fc.constantFrom(
    '; id',
    '$(id)',
    '`id`',
    "a'b",
    'a"b',
    'a|b',
    'a&b',
    '-R',
    '*',
    '[a]',
    '~root',
    '#',
    'x y',
    '',
    '::1%$(id)',
  ),
  fc.string({ unit: 'binary', maxLength: 10 }),
)

test('the commands of every remedy, whatever is known', () => {
  fc.assert(
    fc.property(anyFacts, hostile, hostile, (facts, host, user) => {
      const targets: Target[] = [
        { destination: 'me@web1', host: 'web1', port: 22, user: 'me', ssh: [] },
        { destination: host, host, port: 22, user, ssh: [] },
      ]
      const plans = targets.flatMap((target) => REMEDIES.map((remedy) => remedy.plan(facts, target)))
      assert.ok(readAsMeant(plans.flatMap((plan) => ('refuse' in plan ? [] : plan))) > 50)
    }),
    { numRuns: 40 },
  )
})

test('the looks before a line that may shut somebody out', () => {
  const steps = Object.values(EXAMPLES)
    .flat()
    .flatMap(({ text, release = { major: 9, minor: 2 } }) => {
      const files = { readFile: (path: string) => (path === '/m' ? text : undefined), glob: () => [] }
      return audit(effectiveConfig({ main: '/m', files, release })).flatMap(({ recommend }) => recommend ?? [])
    })
  assert.ok(steps.length > 50)
  assert.ok(readAsMeant(steps) > 2)
})

const failed = (address: string, i: number, user = 'root') =>
  `2025-11-08T10:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}Z h sshd[${100 + i}]: Failed password for ${user} from ${address} port ${1024 + i} ssh2`

function findings(lines: readonly string[]) {
  const summariser = makeSummariser()
  for (const line of lines) summariser.add(line)
  const summary = summariser.summary()
  return { summary, findings: findingsOf(summary) }
}

describe('what a log advises', () => {
  test('blocks nothing but addresses and networks, whatever stands in the log', () => {
    const word = fc.oneof(hostile, fc.ipV4(), fc.ipV6()).filter((text) => !/[\r\n]/.test(text))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), word, (addresses, user) => {
        const lines = addresses.flatMap((address) => Array.from({ length: 60 }, (_, i) => failed(address, i, user)))
        const steps = findings(lines).findings.advice.flatMap((each) => each.steps)
        readAsMeant(steps)
        for (const [argv] of steps.flatMap((step) => (step.kind === 'exec' ? [...step.commands, ...step.undo!] : []))) {
          const source = argv![argv!.indexOf('-s') + 1]!
          assert.ok(isAddress(source) || inNetwork(source.split('/')[0]!, source), source)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('is one text with its lines in the document, as schema 1 has it', () => {
    const { summary, findings: said } = findings(Array.from({ length: 100 }, (_, i) => failed('203.0.113.9', i)))
    const block = said.advice.find(({ id }) => id === 'block-sources')!
    assert.deepEqual(block.steps[0]?.undo, [
      [['sudo', 'iptables', '-D', 'INPUT', '-p', 'tcp', '--dport', '22', '-s', '203.0.113.9', '-j', 'DROP']],
    ])
    const shown = logsJson({
      version: '0',
      input: { from: 'log', parts: [], unread: [], notes: [] },
      window: { since: null, until: null },
      summary,
      findings: said,
    }) as { findings: { advice: unknown[] } }
    assert.deepEqual(shown.findings.advice, [
      {
        id: 'block-sources',
        says:
          'Block them before they reach sshd, by firewall or a ban tool: the busiest address makes 100 % of all failed and dropped ' +
          'connections. If sshd listens on another port than 22, say that one.',
        commands: ['sudo iptables -I INPUT -p tcp --dport 22 -s 203.0.113.9 -j DROP'],
      },
      {
        id: 'keys-only',
        says:
          'If everybody has a key, switch passwords off (PasswordAuthentication no, KbdInteractiveAuthentication no): guessing then ' +
          'cannot succeed, though it goes on.',
      },
    ])
  })
})

test('a line of sshd_config that its sentence says is not listed once more', () => {
  const line = { kind: 'edit', keyword: 'LogLevel', value: 'VERBOSE', say: 'Set LogLevel VERBOSE.' } as const
  assert.equal(shownCommand(line), 'LogLevel VERBOSE')
  assert.equal(shownCommand({ ...line, told: true }), undefined)
})
