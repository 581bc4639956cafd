import { CASE_SCHEMA } from '../../../core/types.ts'
import type { Case } from '../../../core/types.ts'
import { diagnose } from '../../../diagnose/diagnose.ts'
import type { CommandLine } from '../../command-line.ts'
import { EXIT, exitCode } from '../../exit.ts'
import { render } from '../../render.ts'
import { evidenceIn } from './evidence.ts'
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
