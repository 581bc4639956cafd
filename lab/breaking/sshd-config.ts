import type { Machine } from '../hosts/machine.ts'
import type { FaultLab } from '../types.ts'

/** Puts lines in front of the machine's sshd_config and starts sshd anew with them. */
export async function configureSshd(machine: Machine, lines: readonly string[]): Promise<void> {
  const stdin = `${lines.join('\n')}\n`
  await machine.must('cat > /etc/ssh/sshd_config.d/00-fault.conf', { stdin })
  // On a loaded machine a start so soon after the boot's own fails now and then; a wrong line would fail both times.
  await machine.must(
    'systemctl restart ssh.service || { sleep 1; systemctl reset-failed ssh.service; systemctl restart ssh.service; }',
  )
}

/** Breaks a machine by lines of its sshd_config. */
export const sshdConfig =
  (...lines: string[]) =>
  ({ machine }: FaultLab): Promise<void> =>
    configureSshd(machine, lines)
