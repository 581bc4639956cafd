import type { Entry } from './entry.ts'
import type { Speaker } from './speakers.ts'
import type { Tagged } from './tag.ts'

/** Who else prints under a program's name: modules and libraries within it, the kernel for its own subsystems. */
const ALSO_UNDER: Partial<Record<Speaker, readonly Speaker[]>> = {
  sshd: ['pam', 'windows-sshd', 'sssd', 'kernel', 'tcp-wrappers', 'nslcd'],
  sudo: ['pam'],
  'windows-sshd': ['sshd'],
  kernel: ['audit', 'apparmor', 'selinux'],
  audit: ['apparmor', 'selinux', 'kernel'],
  systemd: ['logind'],
  logind: ['systemd'],
  sssd: ['pam'],
  dropbear: ['pam'],
  proftpd: ['pam'],
  ansible: ['ssh'],
}

/** All who print under a program's name. */
export const under = (speaker: Speaker): readonly Speaker[] => [speaker, ...(ALSO_UNDER[speaker] ?? [])]

/** Whether one of these may have printed a line under its tag; without a tag anybody may. */
export const mayBeUnder = (by: readonly Speaker[], { speaker }: Tagged): boolean =>
  speaker === undefined || by.some((one) => one === speaker || ALSO_UNDER[speaker]?.includes(one))

/** Whether the entry's speaker may have printed a line under its tag. */
export const mayPrint = (entry: Entry, tagged: Tagged): boolean =>
  mayBeUnder([entry.by], tagged) && !(entry.tagged && tagged.speaker === undefined)
