// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import { acceptAnyEnvironment } from './rules/accept-any-environment.ts'
import { addressFamilyOne } from './rules/address-family-one.ts'
import { agentForwarding } from './rules/agent-forwarding.ts'
import { algorithmsNarrow } from './rules/algorithms-narrow.ts'
import { authorizedKeysElsewhere } from './rules/authorized-keys-elsewhere.ts'
import { channelTimeout } from './rules/channel-timeout.ts'
import { chrootDirectory } from './rules/chroot-directory.ts'
import { ciphersWeak } from './rules/ciphers-weak.ts'
import { clientAliveCuts } from './rules/client-alive-cuts.ts'
import { clientAliveOff } from './rules/client-alive-off.ts'
import { commandForced } from './rules/command-forced.ts'
import { compression } from './rules/compression.ts'
import { debianBanner } from './rules/debian-banner.ts'
import { dropInUnread } from './rules/drop-in-unread.ts'
import { emptyPasswords } from './rules/empty-passwords.ts'
import { everybodyMayTry } from './rules/everybody-may-try.ts'
import { fingerprintMd5 } from './rules/fingerprint-md5.ts'
import { gatewayPorts } from './rules/gateway-ports.ts'
import { gssapiOn } from './rules/gssapi-on.ts'
import { hostBased } from './rules/host-based.ts'
import { hostKeyAlgorithmsWeak } from './rules/host-key-algorithms-weak.ts'
import { hostKeySmall } from './rules/host-key-small.ts'
import { hostKeysMissing } from './rules/host-keys-missing.ts'
import { includeFindsNothing } from './rules/include-finds-nothing.ts'
import { includeLate } from './rules/include-late.ts'
import { ipQosSet } from './rules/ip-qos-set.ts'
import { jumpForwardingOff } from './rules/jump-forwarding-off.ts'
import { kexWeak } from './rules/kex-weak.ts'
import { keyCommand } from './rules/key-command.ts'
import { keyExchangeFloods } from './rules/key-exchange-floods.ts'
import { keysCommandAsRoot } from './rules/keys-command-as-root.ts'
import { lastLoginHidden } from './rules/last-login-hidden.ts'
import { leftovers } from './rules/leftovers.ts'
import { lineDeprecated } from './rules/line-deprecated.ts'
import { lineLoses } from './rules/line-loses.ts'
import { lineRefused } from './rules/line-refused.ts'
import { listensOnLoopbackOnly } from './rules/listens-on-loopback-only.ts'
import { logLevelInfo } from './rules/log-level-info.ts'
import { logLevelLow } from './rules/log-level-low.ts'
import { loginGraceLong } from './rules/login-grace-long.ts'
import { loginGraceNone } from './rules/login-grace-none.ts'
import { loginGraceShort } from './rules/login-grace-short.ts'
import { macsWeak } from './rules/macs-weak.ts'
import { maxAuthTriesFew } from './rules/max-auth-tries-few.ts'
import { maxAuthTriesMany } from './rules/max-auth-tries-many.ts'
import { maxSessionsFew } from './rules/max-sessions-few.ts'
import { maxSessionsMany } from './rules/max-sessions-many.ts'
import { maxStartupsHard } from './rules/max-startups-hard.ts'
import { maxStartupsHuge } from './rules/max-startups-huge.ts'
import { maxStartupsJump } from './rules/max-startups-jump.ts'
import { maxStartupsLow } from './rules/max-startups-low.ts'
import { maxStartupsShadowed } from './rules/max-startups-shadowed.ts'
import { methodsMany } from './rules/methods-many.ts'
import { noAuthenticationLeft } from './rules/no-authentication-left.ts'
import { pamOff } from './rules/pam-off.ts'
import { passwordsOn } from './rules/passwords-on.ts'
import { perSourceNetWide } from './rules/per-source-net-wide.ts'
import { perSourcePenaltiesDefault } from './rules/per-source-penalties-default.ts'
import { perSourcePenaltiesTight } from './rules/per-source-penalties-tight.ts'
import { perSourceStartupsSmall } from './rules/per-source-startups-small.ts'
import { portChanged } from './rules/port-changed.ts'
import { pubkeyAlgorithmsNarrow } from './rules/pubkey-algorithms-narrow.ts'
import { pubkeyAlgorithmsWeak } from './rules/pubkey-algorithms-weak.ts'
import { refuseConnection } from './rules/refuse-connection.ts'
import { rekeyOften } from './rules/rekey-often.ts'
import { rhostsRead } from './rules/rhosts-read.ts'
import { rootByPassword } from './rules/root-by-password.ts'
import { rootLoginOff } from './rules/root-login-off.ts'
import { rsaKeysLong } from './rules/rsa-keys-long.ts'
import { rsaKeysSmall } from './rules/rsa-keys-small.ts'
import { strictModesOff } from './rules/strict-modes-off.ts'
import { tcpForwarding } from './rules/tcp-forwarding.ts'
import { tcpKeepaliveOff } from './rules/tcp-keepalive-off.ts'
import { tcpWrappers } from './rules/tcp-wrappers.ts'
import { terminalOff } from './rules/terminal-off.ts'
import { tunnelDevices } from './rules/tunnel-devices.ts'
import { unusedConnectionTimeout } from './rules/unused-connection-timeout.ts'
import { useDns } from './rules/use-dns.ts'
import { userEnvironment } from './rules/user-environment.ts'
import { userNotLetIn } from './rules/user-not-let-in.ts'
import { x11Forwarding } from './rules/x11-forwarding.ts'
import type { Rule } from './view.ts'

/** Every rule of the audit, one file each. */
export const RULES: readonly Rule[] = [
  acceptAnyEnvironment,
  addressFamilyOne,
  agentForwarding,
  algorithmsNarrow,
  authorizedKeysElsewhere,
  channelTimeout,
  chrootDirectory,
  ciphersWeak,
  clientAliveCuts,
  clientAliveOff,
  commandForced,
  compression,
  debianBanner,
  dropInUnread,
  emptyPasswords,
  everybodyMayTry,
  fingerprintMd5,
  gatewayPorts,
  gssapiOn,
  hostBased,
  hostKeyAlgorithmsWeak,
  hostKeySmall,
  hostKeysMissing,
  includeFindsNothing,
  includeLate,
  ipQosSet,
  jumpForwardingOff,
  kexWeak,
  keyCommand,
  keyExchangeFloods,
  keysCommandAsRoot,
  lastLoginHidden,
  leftovers,
  lineDeprecated,
  lineLoses,
  lineRefused,
  listensOnLoopbackOnly,
  logLevelInfo,
  logLevelLow,
  loginGraceLong,
  loginGraceNone,
  loginGraceShort,
  macsWeak,
  maxAuthTriesFew,
  maxAuthTriesMany,
  maxSessionsFew,
  maxSessionsMany,
  maxStartupsHard,
  maxStartupsHuge,
  maxStartupsJump,
  maxStartupsLow,
  maxStartupsShadowed,
  methodsMany,
  noAuthenticationLeft,
  pamOff,
  passwordsOn,
  perSourceNetWide,
  perSourcePenaltiesDefault,
  perSourcePenaltiesTight,
  perSourceStartupsSmall,
  portChanged,
  pubkeyAlgorithmsNarrow,
  pubkeyAlgorithmsWeak,
  refuseConnection,
  rekeyOften,
  rhostsRead,
  rootByPassword,
  rootLoginOff,
  rsaKeysLong,
  rsaKeysSmall,
  strictModesOff,
  tcpForwarding,
  tcpKeepaliveOff,
  tcpWrappers,
  terminalOff,
  tunnelDevices,
  unusedConnectionTimeout,
  useDns,
  userEnvironment,
  userNotLetIn,
  x11Forwarding,
]
