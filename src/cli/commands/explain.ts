import { SCHEMA } from '../../core/types.ts'
import type { Case, FactSheet } from '../../core/types.ts'
import { diagnose } from '../../diagnose/diagnose.ts'
import { readClientLog } from '../../ssh/client-log.ts'
import type { CommandLine } from '../../ssh/command-line.ts'
import { readHearsay } from '../../ssh/hearsay.ts'
import { readServerLogHints } from '../../ssh/server-log-hints.ts'
import { EXIT, exitCode } from '../exit.ts'
import { render } from '../render.ts'
import { writeError, writeResult } from '../streams.ts'

/** Far more than any `ssh -vvv` prints; the rest is read and not kept. */
const KEPT = 8 * 1024 * 1024

/** `sshmedic explain [TEXT…]`, or from stdin: reads what the user already has and says which causes it leaves. */
export async function explain(line: CommandLine, version: string): Promise<number> {
  const text = line.explainText ?? (await readInput())
  if (text === undefined) {
    writeError('explain what? Give the error as words, or pipe it in: ssh -v HOST 2>&1 | sshmedic explain')
    return EXIT.usage
  }
  const at = new Date().toISOString()
  const facts: FactSheet = {}
  const paste = <V>(value: V) => ({ at, via: 'paste', value })
  const log = readClientLog(text)
  // What nc showed is no attempt of ssh's, but the server's own word.
  if (log.failure !== undefined || log.reached !== 'start' || log.preBanner.length > 0) facts['client-text'] = paste(log)
  const server = readServerLogHints(text)
  if (server) facts['server-log'] = paste(server)
  const hearsay = readHearsay(text)
  if (hearsay.agent) facts['management-agent'] = paste(hearsay.agent)
  if (hearsay.workloads) facts.workloads = paste(hearsay.workloads)
  if (Object.keys(facts).length === 0) {
    writeError('nothing in this text is known from ssh or sshd. Paste what ssh -v prints, or lines of sshd\'s log.')
    return EXIT.unknown
  }
  const seen: Case = {
    schema: SCHEMA,
    kind: 'sshmedic-case',
    version,
    openedAt: at,
    target: { destination: log.address ?? 'pasted text', host: log.address ?? 'pasted text', port: 0, ssh: [] },
    facts,
    spent: { connections: 0, seconds: 0 },
  }
  const diagnosis = diagnose(facts, seen.target)
  const written = await writeResult(await render(seen, diagnosis, line.own))
  return exitCode(diagnosis.verdict) || (written ? EXIT.reachable : EXIT.unknown)
}

async function readInput(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    if (size < KEPT) chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
  }
  const text = Buffer.concat(chunks).toString('utf8')
  return text.trim() === '' ? undefined : text
}
