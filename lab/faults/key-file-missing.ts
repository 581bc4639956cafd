// `ssh -i key.pem` from another folder than the key's, after a download under another name, or a path copied from a
// colleague: ssh warns in one line, or with -v only where the path stands in the config, and goes on without it.
import { join } from 'node:path'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureClient, makeKey } from '../breaking/client-side.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The key file named is not there, and no other key is right. */
export const keyFileMissing = {
  id: 'key-file-missing',
  releases: DEFAULT_RELEASES,
  variants: ['option', 'option-and-other-key', 'config'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ machine, client, random }, variant) {
    await configureSshd(machine, passwordsOrNot(random))
    const missing = join(client.home, 'Downloads', 'production.pem')
    if (variant === 'config') configureClient(client, [`IdentityFile ${missing}`])
    else if (variant === 'option') configureClient(client, [])
    else configureClient(client, [`IdentityFile ${await makeKey(client, 'id_other')}`])
    return { args: variant === 'config' ? client.sshArgs() : ['-i', missing, ...client.sshArgs()] }
  },
} satisfies BrokenFault
