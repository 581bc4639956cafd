import { CASE_SCHEMA } from '../../../core/types.ts'
import type { Case, FactSheet, ServerLogFact } from '../../../core/types.ts'
import { diagnose } from '../../../diagnose/diagnose.ts'
import { readClientLog } from '../../../client-log/client-log.ts'
import type { CommandLine } from '../../command-line.ts'
import { readHearsay } from '../../../words/hearsay.ts'
import { readServerLogHints } from '../../../sshd-log/server-log-hints.ts'
import { EXIT, exitCode } from '../../exit.ts'
import { render } from '../../render.ts'
import { writeError, writeResult } from '../../streams.ts'

/** `sshmedic explain [--lines] [TEXT…]`, or from stdin: reads what the user already has and says which causes it leaves. */
export async function run(line: CommandLine, version: string): Promise<number> {
  if (line.own.lines) return (await import('./lines.ts')).explainLines(line, version)
  // Words need nothing that reads a stream.
  const text = line.text ?? (await (await import('./pasted-input.ts')).pastedInput())
  if (text === undefined) {
    writeError('explain what? Give the error as words, or pipe it in: ssh -v HOST 2>&1 | sshmedic explain')
    return EXIT.usage
  }
  if (typeof text !== 'string') {
    writeError(text.failed)
    return EXIT.unknown
  }
  const at = new Date().toISOString()
  const { facts, address } = evidenceIn(text, at)
  if (Object.keys(facts).length === 0) {
    writeError("nothing in this text is known from ssh or sshd. Paste what ssh -v prints, or lines of sshd's log.")
    return EXIT.unknown
  }
  const seen: Case = {
    schema: CASE_SCHEMA,
    kind: 'sshmedic-case',
    version,
    openedAt: at,
    target: { destination: address ?? 'pasted text', host: address ?? 'pasted text', port: 0, ssh: [] },
    facts,
    spent: { connections: 0, seconds: 0 },
  }
  const diagnosis = diagnose(facts, seen.target)
  const written = await writeResult(await render(seen, diagnosis, line.own))
  return exitCode(diagnosis.verdict) || (written ? EXIT.reachable : EXIT.unknown)
}

/** What stands behind sshd's tag is the server's; another client's words may look the same. */
const SSHDS_LINE = /^.{0,200}\bsshd(?:-session|-auth)?\[\d{1,10}\]: .*$/gm

/** Everything a pasted text says, whoever said it: ssh, sshd, a cloud, a person. Pure. */
export function evidenceIn(text: string, at: string): { facts: FactSheet; address?: string } {
  const facts: FactSheet = {}
  const paste = <V>(value: V) => ({ at, seen: 'told' as const, via: 'paste', value })
  const log = readClientLog(text.replaceAll(SSHDS_LINE, ''))
  // What nc showed is no attempt of ssh's, but the server's own word.
  if (log.failure !== undefined || log.reached !== 'start' || log.preBanner.length + log.keyProblems.length > 0)
    facts['client-text'] = paste(log)
  const server = readServerLogHints(text)
  // Lines of sshd's that say nothing of a failure are no evidence, and a ranking without any would be mere belief.
  if (server && saysSomething(server)) facts['server-log'] = paste(server)
  const hearsay = readHearsay(text)
  if (hearsay.agent) facts['management-agent'] = paste(hearsay.agent)
  if (hearsay.workloads) facts.workloads = paste(hearsay.workloads)
  return { facts, ...(log.address === undefined ? {} : { address: log.address }) }
}

function saysSomething({ failures, says }: ServerLogFact): boolean {
  return failures + says.length > 0
}
