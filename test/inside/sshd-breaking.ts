import type { BrokenFault } from '../../lab/types.ts'
import type { Outcome } from '../../lab/hosts/command.ts'
import type { Lab } from '../../lab/hosts/lab.ts'
import type { FactSheet } from '../../src/core/types.ts'
import type { Who } from './sshd-way-in.ts'

export const ROOT: Who = { user: 'root', shell: 'sh' }
export const SUDO: Who = { user: 'ops', shell: 'busybox' }
export const NOBODY: Who = { user: 'alice', shell: 'sh' }
/** Those who can see everything: root, and whoever may become root. */
export const SEEING = [ROOT, SUDO]

/** Takes a fault's configuration away again. */
export const NEW_SSHD =
  'rm -f /etc/ssh/sshd_config.d/00-fault.conf; systemctl reset-failed ssh.service; systemctl restart ssh.service'

/** Breaks the machine, looks, and mends it whatever was seen. */
export async function whileBroken(
  lab: Lab,
  fault: BrokenFault,
  variant: string,
  mend: string,
  look: () => Promise<void>,
): Promise<void> {
  const { release } = await fault.break(lab, variant)
  try {
    await look()
  } finally {
    await release?.()
    await lab.machine.must(mend)
  }
}

/** The client's own attempt. */
export function loginOf({ client }: Lab, user = 'alice'): Promise<Outcome> {
  return client.run(['ssh', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=3', ...client.sshArgs(user), 'true'])
}

/** Facts of an examination that begins now. */
export const beginning = (): FactSheet => ({
  login: { at: new Date().toISOString(), seen: 'network', via: '', missing: { why: 'absent', says: 'not asked' } },
})
