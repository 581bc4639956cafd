import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './boot-console.ts'

readsEachLine(ENTRIES, [
  ['console-emergency-mode', 'You are in emergency mode. After logging in, type "journalctl -xb" to view'],
  [
    'console-initramfs-shell',
    'ALERT!  UUID=0a1b2c3d-1111-2222-3333-444455556666 does not exist.  Dropping to a shell!',
  ],
  ['console-device-timed-out', '[ TIME ] Timed out waiting for device /dev/disk/by-uuid/0a1b2c3d.'],
  ['console-mount-dependency-failed', '[DEPEND] Dependency failed for Local File Systems.'],
  ['console-mount-dependency-failed', '[DEPEND] Dependency failed for /data.'],
  ['console-mount-failed', '[FAILED] Failed to mount /data.'],
  [
    'console-job-running',
    '[ ***  ] A start job is running for dev-disk-by\\x2duuid-0a1b2c3d.device (1min 12s / 1min 30s)',
  ],
  ['console-ssh-failed', '[FAILED] Failed to start ssh.service - OpenBSD Secure Shell server.'],
  ['console-ssh-started', '[  OK  ] Started ssh.service - OpenBSD Secure Shell server.'],
  ['console-other-ok', '[  OK  ] Reached target network.target - Network.'],
  ['console-other-failed', '[FAILED] Failed to start systemd-networkd.service - Network Configuration.'],
  ['console-see-systemctl', "See 'systemctl status ssh.service' for details."],
  ['console-fsck-manual', '/dev/sda1: UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY.'],
  ['console-grub', 'grub rescue>'],
  ['console-grub', 'error: no such device: 0a1b2c3d-1111-2222-3333-444455556666.'],
])
