// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import type { Entry } from './entry.ts'
import { ENTRIES as serversApparmor } from './servers/apparmor.ts'
import { ENTRIES as serversAudit } from './servers/audit.ts'
import { ENTRIES as serversDropbearEnds } from './servers/dropbear-ends.ts'
import { ENTRIES as serversDropbearLogin } from './servers/dropbear-login.ts'
import { ENTRIES as serversKernelAuditDaemon } from './servers/kernel-audit-daemon.ts'
import { ENTRIES as serversKernelDiskAndNetwork } from './servers/kernel-disk-and-network.ts'
import { ENTRIES as serversKernelMemoryAndTasks } from './servers/kernel-memory-and-tasks.ts'
import { ENTRIES as serversLogind } from './servers/logind.ts'
import { ENTRIES as serversPamGoogleAuthenticator } from './servers/pam-google-authenticator.ts'
import { ENTRIES as serversPamLibrary } from './servers/pam-library.ts'
import { ENTRIES as serversPamLimits } from './servers/pam-limits.ts'
import { ENTRIES as serversPamRules } from './servers/pam-rules.ts'
import { ENTRIES as serversPamSession } from './servers/pam-session.ts'
import { ENTRIES as serversPamSystemd } from './servers/pam-systemd.ts'
import { ENTRIES as serversPamUnix } from './servers/pam-unix.ts'
import { ENTRIES as serversSelinux } from './servers/selinux.ts'
import { ENTRIES as serversSystemdService } from './servers/systemd-service.ts'
import { ENTRIES as serversSystemdSocket } from './servers/systemd-socket.ts'
import { ENTRIES as opensshEntriesLogins } from './openssh/entries/logins.ts'

/** What everybody prints whose messages are patterns. */
export const ENTRIES: readonly Entry[] = [
  ...serversApparmor,
  ...serversAudit,
  ...serversDropbearEnds,
  ...serversDropbearLogin,
  ...serversKernelAuditDaemon,
  ...serversKernelDiskAndNetwork,
  ...serversKernelMemoryAndTasks,
  ...serversLogind,
  ...serversPamGoogleAuthenticator,
  ...serversPamLibrary,
  ...serversPamLimits,
  ...serversPamRules,
  ...serversPamSession,
  ...serversPamSystemd,
  ...serversPamUnix,
  ...serversSelinux,
  ...serversSystemdService,
  ...serversSystemdSocket,
  ...opensshEntriesLogins,
]
