// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import type { Probe } from '../core/probe.ts'
import acceptQueue from '../probes/inside/accept-queue.ts'
import account from '../probes/inside/account.ts'
import authorizedKeys from '../probes/inside/authorized-keys.ts'
import bans from '../probes/inside/bans.ts'
import becomingRoot from '../probes/inside/becoming-root.ts'
import blockedTasks from '../probes/inside/blocked-tasks.ts'
import boot from '../probes/inside/boot.ts'
import certificateRules from '../probes/inside/certificate-rules.ts'
import containers from '../probes/inside/containers.ts'
import descriptors from '../probes/inside/descriptors.ts'
import disk from '../probes/inside/disk.ts'
import firewall from '../probes/inside/firewall.ts'
import homeStorage from '../probes/inside/home-storage.ts'
import hostKeys from '../probes/inside/host-keys.ts'
import insideSession from '../probes/inside/inside-session.ts'
import keysCommand from '../probes/inside/keys-command.ts'
import listener from '../probes/inside/listener.ts'
import logDaemon from '../probes/inside/log-daemon.ts'
import loginFiles from '../probes/inside/login-files.ts'
import loginLimit from '../probes/inside/login-limit.ts'
import logind from '../probes/inside/logind.ts'
import memory from '../probes/inside/memory.ts'
import nologin from '../probes/inside/nologin.ts'
import oomKills from '../probes/inside/oom-kills.ts'
import pam from '../probes/inside/pam.ts'
import pressure from '../probes/inside/pressure.ts'
import privsepDirectory from '../probes/inside/privsep-directory.ts'
import processLimit from '../probes/inside/process-limit.ts'
import resolver from '../probes/inside/resolver.ts'
import selinuxApparmor from '../probes/inside/selinux-apparmor.ts'
import serverLog from '../probes/inside/server-log.ts'
import slotHolders from '../probes/inside/slot-holders.ts'
import sshdEffective from '../probes/inside/sshd-effective.ts'
import sshdPrograms from '../probes/inside/sshd-programs.ts'
import sshdUnit from '../probes/inside/sshd-unit.ts'
import tcpWrappers from '../probes/inside/tcp-wrappers.ts'

/** Every question that needs a shell on the server; in which order is the plan’s business. */
export const INSIDE_PROBES: readonly Probe[] = [
  acceptQueue,
  account,
  authorizedKeys,
  bans,
  becomingRoot,
  blockedTasks,
  boot,
  certificateRules,
  containers,
  descriptors,
  disk,
  firewall,
  homeStorage,
  hostKeys,
  insideSession,
  keysCommand,
  listener,
  logDaemon,
  loginFiles,
  loginLimit,
  logind,
  memory,
  nologin,
  oomKills,
  pam,
  pressure,
  privsepDirectory,
  processLimit,
  resolver,
  selinuxApparmor,
  serverLog,
  slotHolders,
  sshdEffective,
  sshdPrograms,
  sshdUnit,
  tcpWrappers,
]
