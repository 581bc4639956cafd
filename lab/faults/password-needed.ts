// No fault of the server: somebody without keys logs in by password, as on a university's host or a home server. A
// tool that types no passwords cannot know whether theirs is right, and has to say so.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureClient } from '../breaking/client-side.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** Only a password could open it, and only its user has that. */
export const passwordNeeded = {
  id: 'password-needed',
  releases: DEFAULT_RELEASES,
  variants: ['keys-too', 'password-only'],
  verdict: 'unknown',
  // No new login of anybody takes a key.
  fromWithin: { way: 'kept' },
  async break({ machine, client }, variant) {
    if (variant === 'password-only') await configureSshd(machine, ['PubkeyAuthentication no'])
    configureClient(client, [])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
