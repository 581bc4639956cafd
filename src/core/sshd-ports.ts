import { known } from './probe.ts'
import type { FactSheet } from './types.ts'

/** Ports on which the server's sshd can be had, those of a socket unit that starts it included. */
export function portsOfSshd(facts: FactSheet): number[] {
  const socket = known(facts, 'sshd-unit')?.socket
  const unit = socket?.active ? socket.ports : []
  return [...new Set([...(known(facts, 'listener')?.sshdPorts ?? []), ...unit])].sort((a, b) => a - b)
}
