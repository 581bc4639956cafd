// Up to 9.7 each child reads the host keys anew, so whatever happens to the files happens to every login from then on:
// deleted by an image's clean-up script, made readable for all by a `chmod -R`, cut to nothing by a full disk.
import type { BrokenFault } from '../types.ts'

const WAYS = {
  gone: 'mkdir /etc/ssh/old && mv /etc/ssh/ssh_host_*_key /etc/ssh/old/',
  'too-open': 'chmod 644 /etc/ssh/ssh_host_*_key',
  empty: 'for key in /etc/ssh/ssh_host_*_key; do : > $key; done',
}

/** No host key can be loaded. */
export const hostKeysUnusable = {
  id: 'host-keys-unusable',
  releases: ['bookworm'],
  variants: Object.keys(WAYS),
  alsoRight: {
    'sshd-child-dies': 'from outside only the death of the child is seen; the reason is in the log',
  },
  verdict: 'unreachable',
  async break({ machine, client }, variant) {
    await machine.must(WAYS[variant as keyof typeof WAYS])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
