// A release upgrade put OpenSSH 10 on the disk and the old listener still runs (needrestart declined, a maintainer
// script that failed, "restart services?" answered with no). The listener of 9.2 starts what is now another program
// with the option -R, which that one refuses, so every new login dies without a line in any log.
import { join } from 'node:path'
import { must } from '../hosts/command.ts'
import { ensureRoot } from '../hosts/root.ts'
import { script } from '../breaking/script.ts'
import type { BrokenFault } from '../types.ts'

// The new libc cannot be slipped under a running system as dpkg would do it; the new sshd brings it along.
const INSTALL = `
  set -e
  cp -a "$from"/usr/lib/openssh/. "$to"/usr/lib/openssh/
  mkdir "$to/opt/new"
  cp "$from/usr/sbin/sshd" "$to/opt/new/sshd"
  cd "$from"/usr/lib/*-linux-gnu
  cp -L ld-linux*.so.* "$to/opt/new/ld.so"
  cp -L libc.so.* libcrypto.so.* libz.so.* libzstd.so.* libselinux.so.* libpcre2-8.so.* \\
    libcrypt.so.* libnss_*.so.* "$to/opt/new/"
  printf '#!/bin/sh\\nexec /opt/new/ld.so --library-path /opt/new /opt/new/sshd "$@"\\n' > "$to/usr/sbin/sshd.dpkg-new"
  chmod 755 "$to/usr/sbin/sshd.dpkg-new"
  mv "$to/usr/sbin/sshd.dpkg-new" "$to/usr/sbin/sshd"`

/** A listener of 9.2 above the programs of 10.0. */
export const upgradedNotRestarted = {
  id: 'upgraded-not-restarted',
  releases: ['bookworm'],
  variants: ['9.2-to-10.0'],
  alsoRight: {
    'forwarder-without-backend': 'a forwarder, too, accepts and closes without a word',
    'sshd-child-dies': 'from outside only the death of the child is seen; which files are new is known inside',
  },
  verdict: 'unreachable',
  fromWithin: {
    way: 'kept',
    more: {
      // The old program was moved aside, not removed.
      renamed: {
        releases: ['bookworm'],
        break: script(`
          mv /usr/sbin/sshd /usr/sbin/sshd.old
          printf '#!/bin/sh\\ncase "$*" in *-R*) echo "-R not supported here" >&2; exit 1 ;; esac\\nexec /usr/sbin/sshd.old "$@"\\n' > /usr/sbin/sshd
          chmod 755 /usr/sbin/sshd`),
      },
    },
  },
  async break({ machine, client, scratch }) {
    const env = { ...process.env, from: await ensureRoot('trixie'), to: join(scratch, 'root') }
    await must(['sh', '-c', INSTALL], { env })
    const refusal = await machine.exec('/usr/sbin/sshd -D -R')
    if (!refusal.stderr.includes('-R not supported'))
      throw new Error(`the new sshd says ${refusal.stderr || refusal.stdout}`)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
