// The target is well behind a bastion that is not: stopped at night, its address changed, its sshd moved to another
// port, its name gone, or it no longer takes this user's key. ssh's last line names the target, or `UNKNOWN`.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault, FaultLab } from '../types.ts'

const jump: Record<string, (lab: FaultLab) => string> = {
  nobody: ({ at }) => `ops@${at.nobody}`,
  port: ({ machine }) => `ops@${machine.address}:2222`,
  'refused-login': ({ machine }) => `bastion@${machine.address}`,
  name: () => 'ops@bastion.example.org',
}

/** The first hop of -J fails. */
export const jumpHostUnreachable = {
  id: 'jump-host-unreachable',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(jump),
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break(lab, variant) {
    // Where passwords are allowed the jump's ssh, which knows of no BatchMode, asks three times.
    if (variant === 'refused-login') await configureSshd(lab.machine, passwordsOrNot(lab.random))
    return { args: ['-J', jump[variant]!(lab), ...lab.client.sshArgs()] }
  },
} satisfies BrokenFault
