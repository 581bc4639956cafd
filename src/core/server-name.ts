import { known } from './probe.ts'
import { clientLogs } from './seen.ts'
import type { FactSheet } from './types.ts'

/** The peer sends back what it is sent: what came as its name is ours. */
export const isOurOwnName = (identification: string | undefined): boolean =>
  identification?.startsWith('SSH-2.0-sshmedic') ?? false

/** The server's own name for itself, its identification string, wherever it was heard first. */
export function serverName(facts: FactSheet): string | undefined {
  const usual = [...(known(facts, 'contact')?.contacts ?? []), ...(known(facts, 'contact-again')?.contacts ?? [])]
  const heard = usual.find((c) => c.identification !== undefined && !isOurOwnName(c.identification))
  return (
    heard?.identification ??
    known(facts, 'contact-other-source')?.contacts.find((c) => c.identification !== undefined)?.identification ??
    clientLogs(facts).find((log) => log.server !== undefined)?.server
  )
}
