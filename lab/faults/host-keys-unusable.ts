// Up to 9.7 each child reads the host keys anew, so whatever happens to the files happens to every login from then on:
// deleted by an image's clean-up script, made readable for all by a `chmod -R`, cut to nothing by a full disk.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { script } from '../breaking/script.ts'
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
    'forwarder-without-backend': 'a forwarder, too, accepts and closes without a word',
    'sshd-child-dies': 'from outside only the death of the child is seen; the reason is in the log',
  },
  verdict: 'unreachable',
  fromWithin: {
    way: 'kept',
    more: {
      // A restart that fails leaves sshd down, which is the point.
      'next-start': {
        releases: DEFAULT_RELEASES,
        break: script('rm /etc/ssh/ssh_host_*_key; systemctl restart ssh.service || true; sleep 1'),
      },
      'next-start-too-open': {
        releases: DEFAULT_RELEASES,
        break: script('chmod 777 /etc/ssh/ssh_host_*; systemctl restart ssh.service || true; sleep 1'),
      },
      cut: {
        proof: /not-a-key/,
        break: script('for f in /etc/ssh/ssh_host_*_key; do head -c 100 $f > /tmp/k; cat /tmp/k > $f; done'),
      },
    },
  },
  async break({ machine, client }, variant) {
    await machine.must(WAYS[variant as keyof typeof WAYS])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
