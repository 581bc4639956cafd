// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import { healthy } from './healthy.ts'
import { agentCannotSign } from './agent-cannot-sign.ts'
import { controlPathTooLong } from './control-path-too-long.ts'
import { controlSocketStale } from './control-socket-stale.ts'
import { destinationEmpty } from './destination-empty.ts'
import { hostKeyChanged } from './host-key-changed.ts'
import { hostKeyUnknown } from './host-key-unknown.ts'
import { jumpHostUnreachable } from './jump-host-unreachable.ts'
import { keyFileMissing } from './key-file-missing.ts'
import { keyFileTooOpen } from './key-file-too-open.ts'
import { keyLocked } from './key-locked.ts'
import { nameResolvesToSelf } from './name-resolves-to-self.ts'
import { noKeyOffered } from './no-key-offered.ts'
import { packetsCorrupted } from './packets-corrupted.ts'
import { probeNotTrustworthy } from './probe-not-trustworthy.ts'
import { proxyCommandFails } from './proxy-command-fails.ts'
import { sshConfigUnusable } from './ssh-config-unusable.ts'
import { tooManyKeysOffered } from './too-many-keys-offered.ts'
import { nameLookupFails } from './name-lookup-fails.ts'
import { nameNotFound } from './name-not-found.ts'
import { connectionRateLimited } from './connection-rate-limited.ts'
import { hostUnreachable } from './host-unreachable.ts'
import { ipv6PathBroken } from './ipv6-path-broken.ts'
import { mtuBlackHole } from './mtu-black-hole.ts'
import { packetLoss } from './packet-loss.ts'
import { packetMarksDropped } from './packet-marks-dropped.ts'
import { packetsDropped } from './packets-dropped.ts'
import { packetsRejected } from './packets-rejected.ts'
import { protocolBlocked } from './protocol-blocked.ts'
import { sourceBanned } from './source-banned.ts'
import { forwarderWithoutBackend } from './forwarder-without-backend.ts'
import { listensOnOtherPort } from './listens-on-other-port.ts'
import { notAnSshServer } from './not-an-ssh-server.ts'
import { nothingListens } from './nothing-listens.ts'
import { portTaken } from './port-taken.ts'
import { socketUnitDecidesPort } from './socket-unit-decides-port.ts'
import { tarpit } from './tarpit.ts'
import { deniedByTcpWrappers } from './denied-by-tcp-wrappers.ts'
import { descriptorsExhausted } from './descriptors-exhausted.ts'
import { forkRefused } from './fork-refused.ts'
import { hostKeysUnusable } from './host-keys-unusable.ts'
import { logDaemonHung } from './log-daemon-hung.ts'
import { maxstartupsSaturated } from './maxstartups-saturated.ts'
import { perSourceLimit } from './per-source-limit.ts'
import { perSourcePenalty } from './per-source-penalty.ts'
import { privsepDirectoryMissing } from './privsep-directory-missing.ts'
import { sshdChildDies } from './sshd-child-dies.ts'
import { sshdHung } from './sshd-hung.ts'
import { upgradedNotRestarted } from './upgraded-not-restarted.ts'
import { cpuStarved } from './cpu-starved.ts'
import { diskFull } from './disk-full.ts'
import { hostStarved } from './host-starved.ts'
import { ioStalled } from './io-stalled.ts'
import { memoryExhausted } from './memory-exhausted.ts'
import { stillBooting } from './still-booting.ts'
import { noCommonAlgorithm } from './no-common-algorithm.ts'
import { accessRuleRefuses } from './access-rule-refuses.ts'
import { accountExpired } from './account-expired.ts'
import { accountLocked } from './account-locked.ts'
import { apparmorDenies } from './apparmor-denies.ts'
import { authenticationSlow } from './authentication-slow.ts'
import { certificateNotForUser } from './certificate-not-for-user.ts'
import { certificateNotValid } from './certificate-not-valid.ts'
import { clockWrong } from './clock-wrong.ts'
import { graceTimeOver } from './grace-time-over.ts'
import { keyNotAccepted } from './key-not-accepted.ts'
import { keysCommandFails } from './keys-command-fails.ts'
import { keysUnreadable } from './keys-unreadable.ts'
import { loginsClosed } from './logins-closed.ts'
import { methodNotOffered } from './method-not-offered.ts'
import { moreMethodsRequired } from './more-methods-required.ts'
import { passwordNeeded } from './password-needed.ts'
import { reverseDnsSlow } from './reverse-dns-slow.ts'
import { rootLoginForbidden } from './root-login-forbidden.ts'
import { selinuxDenies } from './selinux-denies.ts'
import { signatureAlgorithmRefused } from './signature-algorithm-refused.ts'
import { strictModesRefuses } from './strict-modes-refuses.ts'
import { userNotAllowed } from './user-not-allowed.ts'
import { userUnknown } from './user-unknown.ts'
import { commandForced } from './command-forced.ts'
import { forwardingForbidden } from './forwarding-forbidden.ts'
import { loginHangs } from './login-hangs.ts'
import { loginLimitReached } from './login-limit-reached.ts'
import { logindHangs } from './logind-hangs.ts'
import { sessionsRefused } from './sessions-refused.ts'
import { shellExits } from './shell-exits.ts'
import type { LabFault } from '../types.ts'

/** What the laboratory knows of each fault, along the road: how to break a real machine so, or why that cannot be done. */
export const labFaults: readonly LabFault[] = [
  healthy,
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
