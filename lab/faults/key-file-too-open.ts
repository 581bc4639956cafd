// The key from a browser's download folder, a USB stick, a Windows share or a git checkout has mode 0644, or 0755 on
// a mounted disk: ssh prints a box of @ signs and goes on without it.
import { chmodSync } from 'node:fs'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureClient } from '../breaking/client-side.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

const MODES = [0o644, 0o640, 0o664, 0o755, 0o777]

/** The right key, readable by others. */
export const keyFileTooOpen = {
  id: 'key-file-too-open',
  releases: DEFAULT_RELEASES,
  variants: ['option', 'config'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ machine, client, random }, variant) {
    await configureSshd(machine, passwordsOrNot(random))
    chmodSync(client.keyFile, MODES[Math.floor(random() * MODES.length)]!)
    if (variant === 'config') return { args: client.sshArgs() }
    configureClient(client, [])
    return { args: ['-i', client.keyFile, ...client.sshArgs()] }
  },
} satisfies BrokenFault
