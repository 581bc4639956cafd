// A full disk lets everybody in (openssh.md 4.4 #68); what has to write fails: the log, the shell's history, a build.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

const FULL: Record<string, string> = {
  'var-log':
    'mount -t tmpfs -o size=1m full /var/log && { dd if=/dev/zero of=/var/log/debug.1 bs=64k 2>/dev/null || true; }',
  home: 'tar -C /home -cf /tmp/home.tar . && mount -t tmpfs -o size=1m full /home && tar -C /home -xf /tmp/home.tar && { dd if=/dev/zero of=/home/core bs=64k 2>/dev/null || true; }',
  inodes:
    'mount -t tmpfs -o nr_inodes=40 full /var/tmp && { touch $(seq -f /var/tmp/sess_%g 60) 2>/dev/null || true; }',
}

/** A file system that logins and services write to has no room, or no inode, left. */
export const diskFull = {
  id: 'disk-full',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(FULL),
  verdict: 'degraded',
  fromOutside: { not: 'a full disk lets everybody in (openssh.md 4.4 #68)' },
  fromWithin: { way: 'login', proof: /100 %|no inodes/ },
  async break({ machine, client }, variant) {
    await machine.must(FULL[variant]!)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
