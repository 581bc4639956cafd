import type { Probe } from '../core/probe.ts'
import acceptQueue from '../probes/inside/accept-queue.ts'
import account from '../probes/inside/account.ts'
import authorizedKeys from '../probes/inside/authorized-keys.ts'
import bans from '../probes/inside/bans.ts'
import blockedTasks from '../probes/inside/blocked-tasks.ts'
import boot from '../probes/inside/boot.ts'
import containers from '../probes/inside/containers.ts'
import descriptors from '../probes/inside/descriptors.ts'
import disk from '../probes/inside/disk.ts'
import firewall from '../probes/inside/firewall.ts'
import hostKeys from '../probes/inside/host-keys.ts'
import insideSession from '../probes/inside/inside-session.ts'
import listener from '../probes/inside/listener.ts'
import logDaemon from '../probes/inside/log-daemon.ts'
import loginFiles from '../probes/inside/login-files.ts'
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

/** Asked before all others: who we are there. */
export const INSIDE_SESSION: Probe = insideSession

/** What passes quickly, and may have to be looked at once more. */
export const PASSING: readonly Probe[] = [listener, slotHolders]

/** The first four: what passes quickly, and what others read. */
export const EARLY: readonly Probe[] = [...PASSING, acceptQueue, sshdEffective]

/** All others, the cheap and telling ones first. A new probe is one line here. */
export const INSIDE: readonly Probe[] = [
  sshdUnit,
  sshdPrograms,
  privsepDirectory,
  hostKeys,
  account,
  authorizedKeys,
  nologin,
  bans,
  tcpWrappers,
  firewall,
  pressure,
  memory,
  disk,
  descriptors,
  processLimit,
  logDaemon,
  resolver,
  pam,
  loginFiles,
  blockedTasks,
  oomKills,
  boot,
  selinuxApparmor,
  containers,
]

/** Asked last, when our own login stands in it. */
export const SERVER_LOG: Probe = serverLog
