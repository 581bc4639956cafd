import type { Entry } from '../entry.ts'

/** What stands on a machine's console when it does not come up: mounts that are missing, emergency mode, broken file systems, boot loaders. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'console-emergency-mode',
    by: 'systemd',
    level: 'error',
    step: 'host',
    road: 'breaks',
    says: 'The machine stopped in emergency mode while starting, mostly for a line of /etc/fstab: it has neither network nor sshd.',
    words:
      /^(?:You are in (?:emergency|rescue) mode\. After logging in, type "journalctl -xb" to view|Welcome to emergency mode!.{0,200}|Give root password for (?:maintenance|login):?|\(or press Control-D to continue\):?|Press Enter for maintenance|Press Enter to continue\.|Cannot open access to console, the root account is locked\.|Reached target (?:emergency\.target - )?Emergency Mode\.)$/,
    source: 'systemd 252, units/emergency.service.in and src/sulogin-shell/sulogin-shell.c',
  },
  {
    id: 'console-initramfs-shell',
    by: 'systemd',
    level: 'error',
    step: 'host',
    road: 'breaks',
    says: 'The machine stopped before its root file system was mounted.',
    words:
      /^(?:Entering emergency mode\. Exit the shell to continue\.|Generating "?\/run\/initramfs\/rdsosreport\.txt"?|dracut-initqueue\[\d{1,10}\]: Warning: dracut-initqueue.{0,10} timeout.{0,200}|Gave up waiting for (?:root (?:file system )?device|suspend\/resume device)\..{0,60}|ALERT! {1,2}(?<path>\S{1,200}) does not exist\. {1,2}Dropping to a shell!|\(initramfs\))$/,
    source: 'dracut 059, modules.d/98dracut-systemd/dracut-emergency.sh; initramfs-tools 0.142, scripts/local',
  },
  {
    id: 'console-device-timed-out',
    by: 'systemd',
    level: 'error',
    step: 'host',
    road: 'breaks',
    says: 'A disk that /etc/fstab names is not there; without nofail the machine does not come up.',
    words: /^(?:\[ ?TIME ?\] )?Timed out waiting for device (?<path>\S{1,200})(?: - .{1,200})?\.$/,
    source: 'systemd 252, src/core/job.c and src/core/device.c',
  },
  {
    id: 'console-mount-dependency-failed',
    by: 'systemd',
    level: 'error',
    step: 'host',
    road: 'breaks',
    says: 'A file system could not be mounted, since something it needs failed first; without nofail the machine does not come up.',
    words:
      /^(?:\[DEPEND\] )?Dependency failed for (?:(?<path>\/\S{0,200})|(?:local-fs\.target - )?Local File Systems|\S{1,100}\.mount - (?:\/\S{0,200}|.{1,100}))\.$/,
    source: 'systemd 252, src/core/job.c and src/core/device.c',
  },
  {
    id: 'console-mount-failed',
    by: 'systemd',
    level: 'error',
    step: 'host',
    road: 'breaks',
    says: 'A file system could not be mounted.',
    words: /^(?:\[FAILED\] )?Failed to mount (?:\S{1,100}\.mount - )?(?<path>\/\S{0,200})\.$/,
    source: 'systemd 252, src/core/job.c and src/core/device.c',
  },
  {
    id: 'console-job-running',
    by: 'systemd',
    level: 'info',
    step: 'host',
    says: 'The machine waits for something while starting or stopping.',
    words:
      /^(?:\[[ *]{1,12}\] )?(?:\(\d{1,3} of \d{1,3}\) )?A (?<option>start|stop) job is running for (?<program>.{1,200}?) \((?<limit>[\w ]{1,20} \/ [\w ]{1,20})\)$/,
    source: 'systemd 252, src/core/job.c and src/core/device.c',
  },
  {
    id: 'console-ssh-failed',
    by: 'systemd',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'The SSH server did not start, says the console.',
    words:
      /^\[FAILED\] Failed to (?:start|listen on) (?:(?<program>(?:open)?(?:sshd?|dropbear)\.(?:service|socket)) - .{1,200}|OpenBSD Secure Shell server(?: socket)?|OpenSSH (?:server )?[Dd]aemon|OpenSSH Server Socket)\.$/,
    message: 'service-failed',
    source: 'systemd 252, src/core/job.c and src/core/device.c',
  },
  {
    id: 'console-ssh-started',
    by: 'systemd',
    level: 'info',
    step: 'port',
    road: 'passes',
    says: 'The SSH server has started, says the console.',
    words:
      /^\[ {1,2}OK {1,2}\] (?:Started|Listening on) (?:(?<program>(?:open)?(?:sshd?|dropbear)\.(?:service|socket)) - .{1,200}|OpenBSD Secure Shell server(?: socket)?|OpenSSH (?:server )?[Dd]aemon|OpenSSH Server Socket)\.$/,
    source: 'systemd 252, src/core/job.c and src/core/device.c',
  },
  {
    id: 'console-other-ok',
    by: 'systemd',
    level: 'info',
    says: 'Something started or stopped in order.',
    words:
      /^\[ {1,2}OK {1,2}\] (?!(?:Started|Listening on) (?:(?:open)?sshd?\.|OpenBSD Secure|OpenSSH))(?:Started|Stopped|Starting|Stopping|Reached target|Listening on|Finished|Mounted|Unmounted|Found device|Created slice|Set up automount|Closed|Removed slice|Activated swap|Created|Unset automount|Stopped target) .{1,200}$/,
    source: 'systemd 252, src/core/job.c and src/core/device.c',
  },
  {
    id: 'console-other-failed',
    by: 'systemd',
    level: 'error',
    step: 'host',
    says: 'Another service did not start; with the network that keeps everybody out.',
    words:
      /^\[FAILED\] Failed to (?!mount )(?:start|listen on) (?!(?:open)?(?:sshd?|dropbear)\.|OpenBSD Secure|OpenSSH)(?<program>.{1,200}?)\.$/,
    source: 'systemd 252, src/core/job.c and src/core/device.c',
  },
  {
    id: 'console-see-systemctl',
    by: 'systemd',
    level: 'info',
    says: 'Where more of it is told.',
    words:
      /^See ['"]systemctl status (?<program>[\w.@\\:-]{1,200})['"](?: and ['"]journalctl .{1,200}['"])? for details\.$/,
    source: 'systemd 252, src/core/job.c and src/core/device.c',
  },
  {
    id: 'console-fsck-manual',
    by: 'systemd',
    level: 'error',
    step: 'host',
    road: 'breaks',
    says: 'A file system is damaged and has to be mended by hand before the machine comes up.',
    words: /^(?:(?<path>\S{1,200}): )?UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY\.$/,
    source: 'e2fsprogs 1.47, e2fsck/unix.c; util-linux 2.38, disk-utils/fsck.c',
  },
  {
    id: 'console-grub',
    by: 'systemd',
    level: 'error',
    step: 'host',
    road: 'breaks',
    says: 'The boot loader stopped: it does not find the system to start.',
    words:
      /^(?:grub(?: rescue)?>|Entering rescue mode\.\.\.|error: (?:no such (?:partition|device: \S{1,100})|unknown filesystem|file `[^']{1,200}' not found|symbol `[^']{1,100}' not found|disk `[^']{1,100}' not found)\.)$/,
    source: 'GRUB 2.06, grub-core/kern/main.c and grub-core/kern/rescue_reader.c',
  },
]
