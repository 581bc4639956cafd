import { known } from '../../../core/probe.ts'
import type { FactSheet, Sign } from '../../../core/types.ts'

/** The ports of a socket unit that listens, and those that sshd's configuration says; undefined where either was not seen. */
function ports(facts: FactSheet): { unit: string; listens: number[]; configured: number[] } | undefined {
  const socket = known(facts, 'sshd-unit')?.socket
  const configured = known(facts, 'sshd-effective')?.values['port']?.map(Number)
  if (!socket?.active || !configured?.length) return undefined
  return { unit: socket.name, listens: socket.ports, configured }
}

export const socketPort = {
  id: 'socket-port',
  stage: 'port',
  beside: true,
  // Ubuntu enables the unit from 22.10 on; elsewhere somebody has to (openssh.md 6.5).
  usual: { none: 0.85, same: 0.149 },
  passes: 'none',
  shuts: false,
  values: ['none', 'same', 'other'],
  from: ['sshd-unit', 'sshd-effective'],
  read(facts) {
    const unit = known(facts, 'sshd-unit')
    if (!unit) return undefined
    if (!unit.socket?.active) return 'none'
    const both = ports(facts)
    if (!both) return undefined
    return both.configured.every((port) => both.listens.includes(port)) ? 'same' : 'other'
  },
  says: {
    none: 'no socket unit of systemd listens for sshd',
    same: 'the socket unit of systemd listens on the port that sshd_config says',
    other: 'the socket unit of systemd listens on another port than sshd_config says',
  },
  detail(facts) {
    const both = ports(facts)
    return both && `${both.unit} has port ${both.listens.join(', ')}, sshd_config says ${both.configured.join(', ')}`
  },
} satisfies Sign<'none' | 'same' | 'other'>
