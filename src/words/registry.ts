// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import type { Entry } from './entry.ts'
import { ENTRIES as serversAmazonAgents } from './servers/amazon-agents.ts'
import { ENTRIES as serversApparmor } from './servers/apparmor.ts'
import { ENTRIES as serversAudit } from './servers/audit.ts'
import { ENTRIES as serversBootConsole } from './servers/boot-console.ts'
import { ENTRIES as serversCloudInit } from './servers/cloud-init.ts'
import { ENTRIES as serversDirectoryDaemons } from './servers/directory-daemons.ts'
import { ENTRIES as serversDocker } from './servers/docker.ts'
import { ENTRIES as serversDropbearEnds } from './servers/dropbear-ends.ts'
import { ENTRIES as serversDropbearLogin } from './servers/dropbear-login.ts'
import { ENTRIES as serversFail2ban } from './servers/fail2ban.ts'
import { ENTRIES as serversGoServer } from './servers/go-server.ts'
import { ENTRIES as serversGoogleGuest } from './servers/google-guest.ts'
import { ENTRIES as serversKernelAuditDaemon } from './servers/kernel-audit-daemon.ts'
import { ENTRIES as serversKernelDiskAndNetwork } from './servers/kernel-disk-and-network.ts'
import { ENTRIES as serversKernelMemoryAndTasks } from './servers/kernel-memory-and-tasks.ts'
import { ENTRIES as serversLogDaemons } from './servers/log-daemons.ts'
import { ENTRIES as serversLogind } from './servers/logind.ts'
import { ENTRIES as serversOtherBans } from './servers/other-bans.ts'
import { ENTRIES as serversPamDirectory } from './servers/pam-directory.ts'
import { ENTRIES as serversPamGoogleAuthenticator } from './servers/pam-google-authenticator.ts'
import { ENTRIES as serversPamLibrary } from './servers/pam-library.ts'
import { ENTRIES as serversPamLimits } from './servers/pam-limits.ts'
import { ENTRIES as serversPamRules } from './servers/pam-rules.ts'
import { ENTRIES as serversPamSecondFactor } from './servers/pam-second-factor.ts'
import { ENTRIES as serversPamSession } from './servers/pam-session.ts'
import { ENTRIES as serversPamSystemd } from './servers/pam-systemd.ts'
import { ENTRIES as serversPamUnix } from './servers/pam-unix.ts'
import { ENTRIES as serversProftpd } from './servers/proftpd.ts'
import { ENTRIES as serversSelinux } from './servers/selinux.ts'
import { ENTRIES as serversSssdConnection } from './servers/sssd-connection.ts'
import { ENTRIES as serversSssd } from './servers/sssd.ts'
import { ENTRIES as serversSudo } from './servers/sudo.ts'
import { ENTRIES as serversSystemctlStatus } from './servers/systemctl-status.ts'
import { ENTRIES as serversSystemdOthers } from './servers/systemd-others.ts'
import { ENTRIES as serversSystemdService } from './servers/systemd-service.ts'
import { ENTRIES as serversSystemdSocket } from './servers/systemd-socket.ts'
import { ENTRIES as serversSystemdUnit } from './servers/systemd-unit.ts'
import { ENTRIES as serversTinysshd } from './servers/tinysshd.ts'
import { ENTRIES as serversWindowsSshd } from './servers/windows-sshd.ts'
import { ENTRIES as serversWrappersAndInetd } from './servers/wrappers-and-inetd.ts'
import { ENTRIES as clientsAnsible } from './clients/ansible.ts'
import { ENTRIES as clientsAsyncssh } from './clients/asyncssh.ts'
import { ENTRIES as clientsClouds } from './clients/clouds.ts'
import { ENTRIES as clientsDbclient } from './clients/dbclient.ts'
import { ENTRIES as clientsGit } from './clients/git.ts'
import { ENTRIES as clientsGithubActions } from './clients/github-actions.ts'
import { ENTRIES as clientsGo } from './clients/go.ts'
import { ENTRIES as clientsJava } from './clients/java.ts'
import { ENTRIES as clientsJschLog } from './clients/jsch-log.ts'
import { ENTRIES as clientsJsch } from './clients/jsch.ts'
import { ENTRIES as clientsLibssh } from './clients/libssh.ts'
import { ENTRIES as clientsLibssh2 } from './clients/libssh2.ts'
import { ENTRIES as clientsNetSsh } from './clients/net-ssh.ts'
import { ENTRIES as clientsNetcat } from './clients/netcat.ts'
import { ENTRIES as clientsNodeSsh2 } from './clients/node-ssh2.ts'
import { ENTRIES as clientsParamikoLog } from './clients/paramiko-log.ts'
import { ENTRIES as clientsParamiko } from './clients/paramiko.ts'
import { ENTRIES as clientsPuttyLog } from './clients/putty-log.ts'
import { ENTRIES as clientsPutty } from './clients/putty.ts'
import { ENTRIES as clientsRsync } from './clients/rsync.ts'
import { ENTRIES as clientsRussh } from './clients/russh.ts'
import { ENTRIES as clientsSshBanner } from './clients/ssh-banner.ts'
import { ENTRIES as clientsSshConfig } from './clients/ssh-config.ts'
import { ENTRIES as clientsSshConnect } from './clients/ssh-connect.ts'
import { ENTRIES as clientsSshExchange } from './clients/ssh-exchange.ts'
import { ENTRIES as clientsSshKeys } from './clients/ssh-keys.ts'
import { ENTRIES as clientsSshLogin } from './clients/ssh-login.ts'
import { ENTRIES as clientsSshNet } from './clients/ssh-net.ts'
import { ENTRIES as clientsSshSession } from './clients/ssh-session.ts'
import { ENTRIES as clientsSshjLog } from './clients/sshj-log.ts'
import { ENTRIES as clientsSystem } from './clients/system.ts'
import { ENTRIES as clientsTerraform } from './clients/terraform.ts'
import { ENTRIES as clientsVagrant } from './clients/vagrant.ts'
import { ENTRIES as clientsVsCode } from './clients/vs-code.ts'
import { ENTRIES as clientsWindowsClients } from './clients/windows-clients.ts'
import { ENTRIES as opensshEntriesChannels } from './openssh/entries/channels.ts'
import { ENTRIES as opensshEntriesKexProposal } from './openssh/entries/kex-proposal.ts'
import { ENTRIES as opensshEntriesLogins } from './openssh/entries/logins.ts'
import { ENTRIES as opensshEntriesNologin } from './openssh/entries/nologin.ts'
import { ENTRIES as opensshEntriesOpenssl } from './openssh/entries/openssl.ts'
import { ENTRIES as opensshEntriesWrappers } from './openssh/entries/wrappers.ts'

/** What everybody prints whose messages are patterns. */
export const ENTRIES: readonly Entry[] = [
  ...serversAmazonAgents,
  ...serversApparmor,
  ...serversAudit,
  ...serversBootConsole,
  ...serversCloudInit,
  ...serversDirectoryDaemons,
  ...serversDocker,
  ...serversDropbearEnds,
  ...serversDropbearLogin,
  ...serversFail2ban,
  ...serversGoServer,
  ...serversGoogleGuest,
  ...serversKernelAuditDaemon,
  ...serversKernelDiskAndNetwork,
  ...serversKernelMemoryAndTasks,
  ...serversLogDaemons,
  ...serversLogind,
  ...serversOtherBans,
  ...serversPamDirectory,
  ...serversPamGoogleAuthenticator,
  ...serversPamLibrary,
  ...serversPamLimits,
  ...serversPamRules,
  ...serversPamSecondFactor,
  ...serversPamSession,
  ...serversPamSystemd,
  ...serversPamUnix,
  ...serversProftpd,
  ...serversSelinux,
  ...serversSssdConnection,
  ...serversSssd,
  ...serversSudo,
  ...serversSystemctlStatus,
  ...serversSystemdOthers,
  ...serversSystemdService,
  ...serversSystemdSocket,
  ...serversSystemdUnit,
  ...serversTinysshd,
  ...serversWindowsSshd,
  ...serversWrappersAndInetd,
  ...clientsAnsible,
  ...clientsAsyncssh,
  ...clientsClouds,
  ...clientsDbclient,
  ...clientsGit,
  ...clientsGithubActions,
  ...clientsGo,
  ...clientsJava,
  ...clientsJschLog,
  ...clientsJsch,
  ...clientsLibssh,
  ...clientsLibssh2,
  ...clientsNetSsh,
  ...clientsNetcat,
  ...clientsNodeSsh2,
  ...clientsParamikoLog,
  ...clientsParamiko,
  ...clientsPuttyLog,
  ...clientsPutty,
  ...clientsRsync,
  ...clientsRussh,
  ...clientsSshBanner,
  ...clientsSshConfig,
  ...clientsSshConnect,
  ...clientsSshExchange,
  ...clientsSshKeys,
  ...clientsSshLogin,
  ...clientsSshNet,
  ...clientsSshSession,
  ...clientsSshjLog,
  ...clientsSystem,
  ...clientsTerraform,
  ...clientsVagrant,
  ...clientsVsCode,
  ...clientsWindowsClients,
  ...opensshEntriesChannels,
  ...opensshEntriesKexProposal,
  ...opensshEntriesLogins,
  ...opensshEntriesNologin,
  ...opensshEntriesOpenssl,
  ...opensshEntriesWrappers,
]
