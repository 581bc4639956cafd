// Made by `npm run facts` from the folders beside it. Do not edit.
import certificates from './client/certificates.ts'
import controlSocket from './client/control-socket.ts'
import keyFiles from './client/key-files.ts'
import knownHosts from './client/known-hosts.ts'
import ownConnections from './client/own-connections.ts'
import sshConfig from './client/ssh-config.ts'
import nameLookup from './network/name-lookup.ts'
import jumpContact from './network/jump-contact.ts'
import route from './network/route.ts'
import controlPort from './network/control-port.ts'
import otherSshPort from './network/other-ssh-port.ts'
import contact from './network/contact.ts'
import contactAgain from './network/contact-again.ts'
import contactOtherSource from './network/contact-other-source.ts'
import secondService from './network/second-service.ts'
import contactNotSsh from './network/contact-not-ssh.ts'
import contactSplit from './network/contact-split.ts'
import kexinitSize from './network/kexinit-size.ts'
import login from './network/login.ts'
import loginBeyondHostKey from './network/login-beyond-host-key.ts'
import commandSession from './network/command-session.ts'
import loginUnmarked from './network/login-unmarked.ts'
import becomingRoot from './inside/becoming-root.ts'
import insideSession from './inside/inside-session.ts'
import bans from './inside/bans.ts'
import firewall from './inside/firewall.ts'
import listener from './inside/listener.ts'
import sshdUnit from './inside/sshd-unit.ts'
import acceptQueue from './inside/accept-queue.ts'
import hostKeys from './inside/host-keys.ts'
import logDaemon from './inside/log-daemon.ts'
import privsepDirectory from './inside/privsep-directory.ts'
import slotHolders from './inside/slot-holders.ts'
import sshdEffective from './inside/sshd-effective.ts'
import sshdPrograms from './inside/sshd-programs.ts'
import tcpWrappers from './inside/tcp-wrappers.ts'
import blockedTasks from './inside/blocked-tasks.ts'
import boot from './inside/boot.ts'
import containers from './inside/containers.ts'
import descriptors from './inside/descriptors.ts'
import disk from './inside/disk.ts'
import memory from './inside/memory.ts'
import oomKills from './inside/oom-kills.ts'
import pressure from './inside/pressure.ts'
import processLimit from './inside/process-limit.ts'
import account from './inside/account.ts'
import authorizedKeys from './inside/authorized-keys.ts'
import certificateRules from './inside/certificate-rules.ts'
import homeStorage from './inside/home-storage.ts'
import keysCommand from './inside/keys-command.ts'
import nologin from './inside/nologin.ts'
import pam from './inside/pam.ts'
import resolver from './inside/resolver.ts'
import selinuxApparmor from './inside/selinux-apparmor.ts'
import loginFiles from './inside/login-files.ts'
import loginLimit from './inside/login-limit.ts'
import logind from './inside/logind.ts'
import serverLog from './inside/server-log.ts'
import clientText from './told/client-text.ts'
import pastedText from './told/pasted-text.ts'
import managementAgent from './told/management-agent.ts'
import workloads from './told/workloads.ts'

export const FACTS = {
  certificates: certificates,
  'control-socket': controlSocket,
  'key-files': keyFiles,
  'known-hosts': knownHosts,
  'own-connections': ownConnections,
  'ssh-config': sshConfig,
  'name-lookup': nameLookup,
  'jump-contact': jumpContact,
  route: route,
  'control-port': controlPort,
  'other-ssh-port': otherSshPort,
  contact: contact,
  'contact-again': contactAgain,
  'contact-other-source': contactOtherSource,
  'second-service': secondService,
  'contact-not-ssh': contactNotSsh,
  'contact-split': contactSplit,
  'kexinit-size': kexinitSize,
  login: login,
  'login-beyond-host-key': loginBeyondHostKey,
  'command-session': commandSession,
  'login-unmarked': loginUnmarked,
  'becoming-root': becomingRoot,
  'inside-session': insideSession,
  bans: bans,
  firewall: firewall,
  listener: listener,
  'sshd-unit': sshdUnit,
  'accept-queue': acceptQueue,
  'host-keys': hostKeys,
  'log-daemon': logDaemon,
  'privsep-directory': privsepDirectory,
  'slot-holders': slotHolders,
  'sshd-effective': sshdEffective,
  'sshd-programs': sshdPrograms,
  'tcp-wrappers': tcpWrappers,
  'blocked-tasks': blockedTasks,
  boot: boot,
  containers: containers,
  descriptors: descriptors,
  disk: disk,
  memory: memory,
  'oom-kills': oomKills,
  pressure: pressure,
  'process-limit': processLimit,
  account: account,
  'authorized-keys': authorizedKeys,
  'certificate-rules': certificateRules,
  'home-storage': homeStorage,
  'keys-command': keysCommand,
  nologin: nologin,
  pam: pam,
  resolver: resolver,
  'selinux-apparmor': selinuxApparmor,
  'login-files': loginFiles,
  'login-limit': loginLimit,
  logind: logind,
  'server-log': serverLog,
  'client-text': clientText,
  'pasted-text': pastedText,
  'management-agent': managementAgent,
  workloads: workloads,
}
