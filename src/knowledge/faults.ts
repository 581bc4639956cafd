// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import type { Fault } from '../core/types.ts'
import agentCannotSign from './faults/client/agent-cannot-sign.ts'
import controlPathTooLong from './faults/client/control-path-too-long.ts'
import controlSocketStale from './faults/client/control-socket-stale.ts'
import destinationEmpty from './faults/client/destination-empty.ts'
import hostKeyChanged from './faults/client/host-key-changed.ts'
import hostKeyUnknown from './faults/client/host-key-unknown.ts'
import jumpHostUnreachable from './faults/client/jump-host-unreachable.ts'
import keyFileMissing from './faults/client/key-file-missing.ts'
import keyFileTooOpen from './faults/client/key-file-too-open.ts'
import keyLocked from './faults/client/key-locked.ts'
import nameResolvesToSelf from './faults/client/name-resolves-to-self.ts'
import noKeyOffered from './faults/client/no-key-offered.ts'
import packetsCorrupted from './faults/client/packets-corrupted.ts'
import probeNotTrustworthy from './faults/client/probe-not-trustworthy.ts'
import proxyCommandFails from './faults/client/proxy-command-fails.ts'
import sshConfigUnusable from './faults/client/ssh-config-unusable.ts'
import tooManyKeysOffered from './faults/client/too-many-keys-offered.ts'
import nameLookupFails from './faults/name/name-lookup-fails.ts'
import nameNotFound from './faults/name/name-not-found.ts'
import connectionRateLimited from './faults/path/connection-rate-limited.ts'
import hostUnreachable from './faults/path/host-unreachable.ts'
import ipv6PathBroken from './faults/path/ipv6-path-broken.ts'
import mtuBlackHole from './faults/path/mtu-black-hole.ts'
import packetLoss from './faults/path/packet-loss.ts'
import packetMarksDropped from './faults/path/packet-marks-dropped.ts'
import packetsDropped from './faults/path/packets-dropped.ts'
import packetsRejected from './faults/path/packets-rejected.ts'
import protocolBlocked from './faults/path/protocol-blocked.ts'
import sourceBanned from './faults/path/source-banned.ts'
import forwarderWithoutBackend from './faults/port/forwarder-without-backend.ts'
import listensOnOtherPort from './faults/port/listens-on-other-port.ts'
import notAnSshServer from './faults/port/not-an-ssh-server.ts'
import nothingListens from './faults/port/nothing-listens.ts'
import portTaken from './faults/port/port-taken.ts'
import socketUnitDecidesPort from './faults/port/socket-unit-decides-port.ts'
import tarpit from './faults/port/tarpit.ts'
import deniedByTcpWrappers from './faults/banner/denied-by-tcp-wrappers.ts'
import descriptorsExhausted from './faults/banner/descriptors-exhausted.ts'
import forkRefused from './faults/banner/fork-refused.ts'
import hostKeysUnusable from './faults/banner/host-keys-unusable.ts'
import logDaemonHung from './faults/banner/log-daemon-hung.ts'
import maxstartupsSaturated from './faults/banner/maxstartups-saturated.ts'
import perSourceLimit from './faults/banner/per-source-limit.ts'
import perSourcePenalty from './faults/banner/per-source-penalty.ts'
import privsepDirectoryMissing from './faults/banner/privsep-directory-missing.ts'
import sshdChildDies from './faults/banner/sshd-child-dies.ts'
import sshdHung from './faults/banner/sshd-hung.ts'
import upgradedNotRestarted from './faults/banner/upgraded-not-restarted.ts'
import cpuStarved from './faults/host/cpu-starved.ts'
import diskFull from './faults/host/disk-full.ts'
import hostStarved from './faults/host/host-starved.ts'
import ioStalled from './faults/host/io-stalled.ts'
import memoryExhausted from './faults/host/memory-exhausted.ts'
import stillBooting from './faults/host/still-booting.ts'
import noCommonAlgorithm from './faults/kex/no-common-algorithm.ts'
import accessRuleRefuses from './faults/auth/access-rule-refuses.ts'
import accountExpired from './faults/auth/account-expired.ts'
import accountLocked from './faults/auth/account-locked.ts'
import apparmorDenies from './faults/auth/apparmor-denies.ts'
import authenticationSlow from './faults/auth/authentication-slow.ts'
import certificateNotForUser from './faults/auth/certificate-not-for-user.ts'
import certificateNotValid from './faults/auth/certificate-not-valid.ts'
import clockWrong from './faults/auth/clock-wrong.ts'
import graceTimeOver from './faults/auth/grace-time-over.ts'
import keyNotAccepted from './faults/auth/key-not-accepted.ts'
import keysCommandFails from './faults/auth/keys-command-fails.ts'
import keysUnreadable from './faults/auth/keys-unreadable.ts'
import loginsClosed from './faults/auth/logins-closed.ts'
import methodNotOffered from './faults/auth/method-not-offered.ts'
import moreMethodsRequired from './faults/auth/more-methods-required.ts'
import passwordNeeded from './faults/auth/password-needed.ts'
import reverseDnsSlow from './faults/auth/reverse-dns-slow.ts'
import rootLoginForbidden from './faults/auth/root-login-forbidden.ts'
import selinuxDenies from './faults/auth/selinux-denies.ts'
import signatureAlgorithmRefused from './faults/auth/signature-algorithm-refused.ts'
import strictModesRefuses from './faults/auth/strict-modes-refuses.ts'
import userNotAllowed from './faults/auth/user-not-allowed.ts'
import userUnknown from './faults/auth/user-unknown.ts'
import commandForced from './faults/session/command-forced.ts'
import forwardingForbidden from './faults/session/forwarding-forbidden.ts'
import loginHangs from './faults/session/login-hangs.ts'
import loginLimitReached from './faults/session/login-limit-reached.ts'
import logindHangs from './faults/session/logind-hangs.ts'
import sessionsRefused from './faults/session/sessions-refused.ts'
import shellExits from './faults/session/shell-exits.ts'

/** Every disease the book knows, along the road. */
export const FAULTS: readonly Fault[] = [
  agentCannotSign,
  controlPathTooLong,
  controlSocketStale,
  destinationEmpty,
  hostKeyChanged,
  hostKeyUnknown,
  jumpHostUnreachable,
  keyFileMissing,
  keyFileTooOpen,
  keyLocked,
  nameResolvesToSelf,
  noKeyOffered,
  packetsCorrupted,
  probeNotTrustworthy,
  proxyCommandFails,
  sshConfigUnusable,
  tooManyKeysOffered,
  nameLookupFails,
  nameNotFound,
  connectionRateLimited,
  hostUnreachable,
  ipv6PathBroken,
  mtuBlackHole,
  packetLoss,
  packetMarksDropped,
  packetsDropped,
  packetsRejected,
  protocolBlocked,
  sourceBanned,
  forwarderWithoutBackend,
  listensOnOtherPort,
  notAnSshServer,
  nothingListens,
  portTaken,
  socketUnitDecidesPort,
  tarpit,
  deniedByTcpWrappers,
  descriptorsExhausted,
  forkRefused,
  hostKeysUnusable,
  logDaemonHung,
  maxstartupsSaturated,
  perSourceLimit,
  perSourcePenalty,
  privsepDirectoryMissing,
  sshdChildDies,
  sshdHung,
  upgradedNotRestarted,
  cpuStarved,
  diskFull,
  hostStarved,
  ioStalled,
  memoryExhausted,
  stillBooting,
  noCommonAlgorithm,
  accessRuleRefuses,
  accountExpired,
  accountLocked,
  apparmorDenies,
  authenticationSlow,
  certificateNotForUser,
  certificateNotValid,
  clockWrong,
  graceTimeOver,
  keyNotAccepted,
  keysCommandFails,
  keysUnreadable,
  loginsClosed,
  methodNotOffered,
  moreMethodsRequired,
  passwordNeeded,
  reverseDnsSlow,
  rootLoginForbidden,
  selinuxDenies,
  signatureAlgorithmRefused,
  strictModesRefuses,
  userNotAllowed,
  userUnknown,
  commandForced,
  forwardingForbidden,
  loginHangs,
  loginLimitReached,
  logindHangs,
  sessionsRefused,
  shellExits,
]

export const FAULT_BY_ID: ReadonlyMap<string, Fault> = new Map(FAULTS.map((fault) => [fault.id, fault]))
