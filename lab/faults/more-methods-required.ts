// Two factors: the key is right, and the server goes on to want a password or a one-time code. A script, a CI job or
// an editor that has nobody to type it reads only `Permission denied`.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The key is half of what the server asks for. */
export const moreMethodsRequired = {
  id: 'more-methods-required',
  releases: DEFAULT_RELEASES,
  variants: ['password', 'keyboard-interactive'],
  verdict: 'unreachable',
  // No new login of anybody has the method.
  fromWithin: { way: 'kept' },
  async break({ machine, client }, variant) {
    const interactive = variant === 'keyboard-interactive' ? ['KbdInteractiveAuthentication yes'] : []
    await configureSshd(machine, [`AuthenticationMethods publickey,${variant}`, ...interactive])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
