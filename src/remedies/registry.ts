// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import type { Remedy } from '../core/remedy.ts'
import addMemory from './add-memory.ts'
import allowAlgorithmOnce from './allow-algorithm-once.ts'
import allowForwarding from './allow-forwarding.ts'
import allowInWrappers from './allow-in-wrappers.ts'
import allowKeyAlgorithm from './allow-key-algorithm.ts'
import askBanTool from './ask-ban-tool.ts'
import askForRealPort from './ask-for-real-port.ts'
import askForRule from './ask-for-rule.ts'
import bringWhatIsAsked from './bring-what-is-asked.ts'
import changeCipherOnce from './change-cipher-once.ts'
import checkMachineRuns from './check-machine-runs.ts'
import checkOwnResolver from './check-own-resolver.ts'
import checkPortNumber from './check-port-number.ts'
import checkSpelling from './check-spelling.ts'
import checkUserAndKey from './check-user-and-key.ts'
import closeHostKeys from './close-host-keys.ts'
import closeKeyFile from './close-key-file.ts'
import closeKeyPathOnWindows from './close-key-path-on-windows.ts'
import closeKeyPath from './close-key-path.ts'
import closeUsualKeyPaths from './close-usual-key-paths.ts'
import compareAddressWithRules from './compare-address-with-rules.ts'
import confirmHostKey from './confirm-host-key.ts'
import correctOwnHostsFile from './correct-own-hosts-file.ts'
import diagnoseJumpHost from './diagnose-jump-host.ts'
import endDeadMaster from './end-dead-master.ts'
import endOldLogins from './end-old-logins.ts'
import extendAccount from './extend-account.ts'
import fillInHost from './fill-in-host.ts'
import findWaitingPamModule from './find-waiting-pam-module.ts'
import forgetOldHostKey from './forget-old-host-key.ts'
import freePortOfSshd from './free-port-of-sshd.ts'
import freeSlotsOfOtherServer from './free-slots-of-other-server.ts'
import freeSpace from './free-space.ts'
import freeStartupSlots from './free-startup-slots.ts'
import giveProcessorTime from './give-processor-time.ts'
import giveShell from './give-shell.ts'
import giveSshKey from './give-ssh-key.ts'
import goAroundFilter from './go-around-filter.ts'
import leavePacketsUnmarked from './leave-packets-unmarked.ts'
import leaveProxyNetwork from './leave-proxy-network.ts'
import lengthenLoginGrace from './lengthen-login-grace.ts'
import letAddressIn from './let-address-in.ts'
import letOwnConnectionsEnd from './let-own-connections-end.ts'
import letSshdReadKeys from './let-sshd-read-keys.ts'
import letUserInByList from './let-user-in-by-list.ts'
import liftBan from './lift-ban.ts'
import logInAsOrdinaryUser from './log-in-as-ordinary-user.ts'
import logInAtTerminal from './log-in-at-terminal.ts'
import logInWithPassword from './log-in-with-password.ts'
import lookAtMaxSessions from './look-at-max-sessions.ts'
import lookAtShell from './look-at-shell.ts'
import lookAtVolume from './look-at-volume.ts'
import lookForKeysOfOtherServer from './look-for-keys-of-other-server.ts'
import lookForKilled from './look-for-killed.ts'
import lookForRulesOfOtherServer from './look-for-rules-of-other-server.ts'
import lookIntoWrappers from './look-into-wrappers.ts'
import lowerPacketSize from './lower-packet-size.ts'
import makePrivsepDirectory from './make-privsep-directory.ts'
import measureLoss from './measure-loss.ts'
import mendApparmorProfile from './mend-apparmor-profile.ts'
import mendAuthorizedKeys from './mend-authorized-keys.ts'
import mendConfigLine from './mend-config-line.ts'
import mendPamRule from './mend-pam-rule.ts'
import mendSshConfig from './mend-ssh-config.ts'
import mendStartUpFile from './mend-start-up-file.ts'
import nameRightKeyFile from './name-right-key-file.ts'
import nameRightUser from './name-right-user.ts'
import offerOneKey from './offer-one-key.ts'
import ownChroot from './own-chroot.ts'
import ownKeyPath from './own-key-path.ts'
import putOffPassword from './put-off-password.ts'
import raiseDescriptorLimit from './raise-descriptor-limit.ts'
import raiseProcessLimit from './raise-process-limit.ts'
import readAccessRule from './read-access-rule.ts'
import readLogOfOtherServer from './read-log-of-other-server.ts'
import readSshdLog from './read-sshd-log.ts'
import readWhyNotAllowed from './read-why-not-allowed.ts'
import rebootWithEvidence from './reboot-with-evidence.ts'
import removeNologin from './remove-nologin.ts'
import renewCertificate from './renew-certificate.ts'
import replaceSpoiltHostKey from './replace-spoilt-host-key.ts'
import resetFailureCount from './reset-failure-count.ts'
import restartLogDaemon from './restart-log-daemon.ts'
import restartLogind from './restart-logind.ts'
import restartSshd from './restart-sshd.ts'
import restoreHostKeys from './restore-host-keys.ts'
import restoreSelinuxLabels from './restore-selinux-labels.ts'
import runKeysCommand from './run-keys-command.ts'
import runProxyCommandAlone from './run-proxy-command-alone.ts'
import seeAccountState from './see-account-state.ts'
import seeProcessLimit from './see-process-limit.ts'
import seeWhySshdIsDown from './see-why-sshd-is-down.ts'
import setClock from './set-clock.ts'
import shareOneConnection from './share-one-connection.ts'
import shortenControlPath from './shorten-control-path.ts'
import signCertificateForUser from './sign-certificate-for-user.ts'
import signWithNewerAlgorithm from './sign-with-newer-algorithm.ts'
import signWithoutAgent from './sign-without-agent.ts'
import skipStartUpFiles from './skip-start-up-files.ts'
import startServerBehindForwarder from './start-server-behind-forwarder.ts'
import startUnit from './start-unit.ts'
import switchUseDnsOff from './switch-use-dns-off.ts'
import tellSocketUnitPort from './tell-socket-unit-port.ts'
import tryBetweenDrops from './try-between-drops.ts'
import unlockAccount from './unlock-account.ts'
import unlockKey from './unlock-key.ts'
import unmaskUnit from './unmask-unit.ts'
import useIpv4 from './use-ipv4.ts'
import useOtherAccount from './use-other-account.ts'
import useOtherPort from './use-other-port.ts'
import waitForBoot from './wait-for-boot.ts'
import waitOutPenalty from './wait-out-penalty.ts'

/** Every treatment, one file each. */
export const REMEDIES: readonly Remedy[] = [
  addMemory,
  allowAlgorithmOnce,
  allowForwarding,
  allowInWrappers,
  allowKeyAlgorithm,
  askBanTool,
  askForRealPort,
  askForRule,
  bringWhatIsAsked,
  changeCipherOnce,
  checkMachineRuns,
  checkOwnResolver,
  checkPortNumber,
  checkSpelling,
  checkUserAndKey,
  closeHostKeys,
  closeKeyFile,
  closeKeyPathOnWindows,
  closeKeyPath,
  closeUsualKeyPaths,
  compareAddressWithRules,
  confirmHostKey,
  correctOwnHostsFile,
  diagnoseJumpHost,
  endDeadMaster,
  endOldLogins,
  extendAccount,
  fillInHost,
  findWaitingPamModule,
  forgetOldHostKey,
  freePortOfSshd,
  freeSlotsOfOtherServer,
  freeSpace,
  freeStartupSlots,
  giveProcessorTime,
  giveShell,
  giveSshKey,
  goAroundFilter,
  leavePacketsUnmarked,
  leaveProxyNetwork,
  lengthenLoginGrace,
  letAddressIn,
  letOwnConnectionsEnd,
  letSshdReadKeys,
  letUserInByList,
  liftBan,
  logInAsOrdinaryUser,
  logInAtTerminal,
  logInWithPassword,
  lookAtMaxSessions,
  lookAtShell,
  lookAtVolume,
  lookForKeysOfOtherServer,
  lookForKilled,
  lookForRulesOfOtherServer,
  lookIntoWrappers,
  lowerPacketSize,
  makePrivsepDirectory,
  measureLoss,
  mendApparmorProfile,
  mendAuthorizedKeys,
  mendConfigLine,
  mendPamRule,
  mendSshConfig,
  mendStartUpFile,
  nameRightKeyFile,
  nameRightUser,
  offerOneKey,
  ownChroot,
  ownKeyPath,
  putOffPassword,
  raiseDescriptorLimit,
  raiseProcessLimit,
  readAccessRule,
  readLogOfOtherServer,
  readSshdLog,
  readWhyNotAllowed,
  rebootWithEvidence,
  removeNologin,
  renewCertificate,
  replaceSpoiltHostKey,
  resetFailureCount,
  restartLogDaemon,
  restartLogind,
  restartSshd,
  restoreHostKeys,
  restoreSelinuxLabels,
  runKeysCommand,
  runProxyCommandAlone,
  seeAccountState,
  seeProcessLimit,
  seeWhySshdIsDown,
  setClock,
  shareOneConnection,
  shortenControlPath,
  signCertificateForUser,
  signWithNewerAlgorithm,
  signWithoutAgent,
  skipStartUpFiles,
  startServerBehindForwarder,
  startUnit,
  switchUseDnsOff,
  tellSocketUnitPort,
  tryBetweenDrops,
  unlockAccount,
  unlockKey,
  unmaskUnit,
  useIpv4,
  useOtherAccount,
  useOtherPort,
  waitForBoot,
  waitOutPenalty,
]
