import { accountExpired } from './account-expired.ts'
import { accountLocked } from './account-locked.ts'
import { authenticationSlow } from './authentication-slow.ts'
import { commandForced } from './command-forced.ts'
import { connectionRateLimited } from './connection-rate-limited.ts'
import { controlSocketStale } from './control-socket-stale.ts'
import { cpuStarved } from './cpu-starved.ts'
import { deniedByTcpWrappers } from './denied-by-tcp-wrappers.ts'
import { descriptorsExhausted } from './descriptors-exhausted.ts'
import { forkRefused } from './fork-refused.ts'
import { forwarderWithoutBackend } from './forwarder-without-backend.ts'
import { healthy } from './healthy.ts'
import { hostKeyChanged } from './host-key-changed.ts'
import { hostKeyUnknown } from './host-key-unknown.ts'
import { hostKeysUnusable } from './host-keys-unusable.ts'
import { hostStarved } from './host-starved.ts'
import { hostUnreachable } from './host-unreachable.ts'
import { ipv6PathBroken } from './ipv6-path-broken.ts'
import { jumpHostUnreachable } from './jump-host-unreachable.ts'
import { keyFileMissing } from './key-file-missing.ts'
import { keyFileTooOpen } from './key-file-too-open.ts'
import { keyLocked } from './key-locked.ts'
import { keyNotAccepted } from './key-not-accepted.ts'
import { listensOnOtherPort } from './listens-on-other-port.ts'
import { logDaemonHung } from './log-daemon-hung.ts'
import { loginHangs } from './login-hangs.ts'
import { loginsClosed } from './logins-closed.ts'
import { maxstartupsSaturated } from './maxstartups-saturated.ts'
import { methodNotOffered } from './method-not-offered.ts'
import { moreMethodsRequired } from './more-methods-required.ts'
import { mtuBlackHole } from './mtu-black-hole.ts'
import { nameLookupFails } from './name-lookup-fails.ts'
import { nameNotFound } from './name-not-found.ts'
import { noCommonAlgorithm } from './no-common-algorithm.ts'
import { notAnSshServer } from './not-an-ssh-server.ts'
import { nothingListens } from './nothing-listens.ts'
import { packetLoss } from './packet-loss.ts'
import { packetsDropped } from './packets-dropped.ts'
import { packetsRejected } from './packets-rejected.ts'
import { passwordNeeded } from './password-needed.ts'
import { perSourceLimit } from './per-source-limit.ts'
import { perSourcePenalty } from './per-source-penalty.ts'
import { privsepDirectoryMissing } from './privsep-directory-missing.ts'
import { probeNotTrustworthy } from './probe-not-trustworthy.ts'
import { protocolBlocked } from './protocol-blocked.ts'
import { proxyCommandFails } from './proxy-command-fails.ts'
import { reverseDnsSlow } from './reverse-dns-slow.ts'
import { rootLoginForbidden } from './root-login-forbidden.ts'
import { sessionsRefused } from './sessions-refused.ts'
import { shellExits } from './shell-exits.ts'
import { sourceBanned } from './source-banned.ts'
import { sshConfigUnusable } from './ssh-config-unusable.ts'
import { sshdChildDies } from './sshd-child-dies.ts'
import { sshdHung } from './sshd-hung.ts'
import { stillBooting } from './still-booting.ts'
import { strictModesRefuses } from './strict-modes-refuses.ts'
import { tarpit } from './tarpit.ts'
import { tooManyKeysOffered } from './too-many-keys-offered.ts'
import { upgradedNotRestarted } from './upgraded-not-restarted.ts'
import { userNotAllowed } from './user-not-allowed.ts'
import type { BrokenFault } from '../types.ts'

/** Every way we know to break a real machine; one line each. */
export const faults: readonly BrokenFault[] = [
  healthy,
  // client
  probeNotTrustworthy,
  keyFileMissing,
  keyFileTooOpen,
  keyLocked,
  proxyCommandFails,
  jumpHostUnreachable,
  controlSocketStale,
  hostKeyChanged,
  hostKeyUnknown,
  sshConfigUnusable,
  // name
  nameNotFound,
  nameLookupFails,
  // path
  packetsDropped,
  packetsRejected,
  sourceBanned,
  hostUnreachable,
  connectionRateLimited,
  packetLoss,
  mtuBlackHole,
  protocolBlocked,
  ipv6PathBroken,
  // port
  nothingListens,
  listensOnOtherPort,
  notAnSshServer,
  tarpit,
  forwarderWithoutBackend,
  // banner
  sshdHung,
  maxstartupsSaturated,
  perSourceLimit,
  perSourcePenalty,
  sshdChildDies,
  forkRefused,
  privsepDirectoryMissing,
  upgradedNotRestarted,
  hostKeysUnusable,
  deniedByTcpWrappers,
  descriptorsExhausted,
  logDaemonHung,
  // host
  hostStarved,
  stillBooting,
  cpuStarved,
  // kex
  noCommonAlgorithm,
  // auth
  keyNotAccepted,
  userNotAllowed,
  rootLoginForbidden,
  strictModesRefuses,
  accountLocked,
  accountExpired,
  loginsClosed,
  methodNotOffered,
  moreMethodsRequired,
  passwordNeeded,
  authenticationSlow,
  reverseDnsSlow,
  tooManyKeysOffered,
  // session
  shellExits,
  commandForced,
  loginHangs,
  sessionsRefused,
]
