import type { Fault } from '../core/types.ts'
import sshConfigUnusable from './faults/client/ssh-config-unusable.ts'
import keyFileMissing from './faults/client/key-file-missing.ts'
import keyFileTooOpen from './faults/client/key-file-too-open.ts'
import keyLocked from './faults/client/key-locked.ts'
import tooManyKeysOffered from './faults/client/too-many-keys-offered.ts'
import proxyCommandFails from './faults/client/proxy-command-fails.ts'
import jumpHostUnreachable from './faults/client/jump-host-unreachable.ts'
import controlSocketStale from './faults/client/control-socket-stale.ts'
import hostKeyChanged from './faults/client/host-key-changed.ts'
import hostKeyUnknown from './faults/client/host-key-unknown.ts'
import probeNotTrustworthy from './faults/client/probe-not-trustworthy.ts'
import nameNotFound from './faults/name/name-not-found.ts'
import nameLookupFails from './faults/name/name-lookup-fails.ts'
import hostUnreachable from './faults/path/host-unreachable.ts'
import packetsDropped from './faults/path/packets-dropped.ts'
import packetsRejected from './faults/path/packets-rejected.ts'
import connectionRateLimited from './faults/path/connection-rate-limited.ts'
import packetLoss from './faults/path/packet-loss.ts'
import mtuBlackHole from './faults/path/mtu-black-hole.ts'
import protocolBlocked from './faults/path/protocol-blocked.ts'
import ipv6PathBroken from './faults/path/ipv6-path-broken.ts'
import sourceBanned from './faults/path/source-banned.ts'
import nothingListens from './faults/port/nothing-listens.ts'
import listensOnOtherPort from './faults/port/listens-on-other-port.ts'
import notAnSshServer from './faults/port/not-an-ssh-server.ts'
import tarpit from './faults/port/tarpit.ts'
import forwarderWithoutBackend from './faults/port/forwarder-without-backend.ts'
import maxstartupsSaturated from './faults/banner/maxstartups-saturated.ts'
import perSourceLimit from './faults/banner/per-source-limit.ts'
import perSourcePenalty from './faults/banner/per-source-penalty.ts'
import sshdHung from './faults/banner/sshd-hung.ts'
import sshdChildDies from './faults/banner/sshd-child-dies.ts'
import forkRefused from './faults/banner/fork-refused.ts'
import privsepDirectoryMissing from './faults/banner/privsep-directory-missing.ts'
import upgradedNotRestarted from './faults/banner/upgraded-not-restarted.ts'
import hostKeysUnusable from './faults/banner/host-keys-unusable.ts'
import deniedByTcpWrappers from './faults/banner/denied-by-tcp-wrappers.ts'
import logDaemonHung from './faults/banner/log-daemon-hung.ts'
import descriptorsExhausted from './faults/banner/descriptors-exhausted.ts'
import hostStarved from './faults/host/host-starved.ts'
import memoryExhausted from './faults/host/memory-exhausted.ts'
import ioStalled from './faults/host/io-stalled.ts'
import diskFull from './faults/host/disk-full.ts'
import cpuStarved from './faults/host/cpu-starved.ts'
import stillBooting from './faults/host/still-booting.ts'
import noCommonAlgorithm from './faults/kex/no-common-algorithm.ts'
import keyNotAccepted from './faults/auth/key-not-accepted.ts'
import userNotAllowed from './faults/auth/user-not-allowed.ts'
import rootLoginForbidden from './faults/auth/root-login-forbidden.ts'
import strictModesRefuses from './faults/auth/strict-modes-refuses.ts'
import accountLocked from './faults/auth/account-locked.ts'
import accountExpired from './faults/auth/account-expired.ts'
import loginsClosed from './faults/auth/logins-closed.ts'
import methodNotOffered from './faults/auth/method-not-offered.ts'
import passwordNeeded from './faults/auth/password-needed.ts'
import moreMethodsRequired from './faults/auth/more-methods-required.ts'
import authenticationSlow from './faults/auth/authentication-slow.ts'
import reverseDnsSlow from './faults/auth/reverse-dns-slow.ts'
import shellExits from './faults/session/shell-exits.ts'
import commandForced from './faults/session/command-forced.ts'
import loginHangs from './faults/session/login-hangs.ts'
import sessionsRefused from './faults/session/sessions-refused.ts'

/** Every disease the book knows, in the order of the road. A new one is one line here and one file. */
export const FAULTS: readonly Fault[] = [
  sshConfigUnusable,
  keyFileMissing,
  keyFileTooOpen,
  keyLocked,
  tooManyKeysOffered,
  proxyCommandFails,
  jumpHostUnreachable,
  controlSocketStale,
  hostKeyChanged,
  hostKeyUnknown,
  probeNotTrustworthy,
  nameNotFound,
  nameLookupFails,
  hostUnreachable,
  packetsDropped,
  packetsRejected,
  connectionRateLimited,
  packetLoss,
  mtuBlackHole,
  protocolBlocked,
  ipv6PathBroken,
  sourceBanned,
  nothingListens,
  listensOnOtherPort,
  notAnSshServer,
  tarpit,
  forwarderWithoutBackend,
  maxstartupsSaturated,
  perSourceLimit,
  perSourcePenalty,
  sshdHung,
  sshdChildDies,
  forkRefused,
  privsepDirectoryMissing,
  upgradedNotRestarted,
  hostKeysUnusable,
  deniedByTcpWrappers,
  logDaemonHung,
  descriptorsExhausted,
  hostStarved,
  memoryExhausted,
  ioStalled,
  diskFull,
  cpuStarved,
  stillBooting,
  noCommonAlgorithm,
  keyNotAccepted,
  userNotAllowed,
  rootLoginForbidden,
  strictModesRefuses,
  accountLocked,
  accountExpired,
  loginsClosed,
  methodNotOffered,
  passwordNeeded,
  moreMethodsRequired,
  authenticationSlow,
  reverseDnsSlow,
  shellExits,
  commandForced,
  loginHangs,
  sessionsRefused,
]

export const FAULT_BY_ID: ReadonlyMap<string, Fault> = new Map(FAULTS.map((fault) => [fault.id, fault]))
