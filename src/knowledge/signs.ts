// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import { STAGES } from '../core/types.ts'
import type { Sign } from '../core/types.ts'
import * as auth from './signs/auth.ts'
import * as banner from './signs/banner.ts'
import * as certificate from './signs/certificate.ts'
import * as clientSigns from './signs/client-signs.ts'
import * as client from './signs/client.ts'
import * as controlPath from './signs/control-path.ts'
import * as cutOff from './signs/cut-off.ts'
import * as entrance from './signs/entrance.ts'
import * as firstEncrypted from './signs/first-encrypted.ts'
import * as insideAccount from './signs/inside/account.ts'
import * as insideCertificateRules from './signs/inside/certificate-rules.ts'
import * as insideClock from './signs/inside/clock.ts'
import * as insideForwarding from './signs/inside/forwarding.ts'
import * as insideHomeStorage from './signs/inside/home-storage.ts'
import * as insideHost from './signs/inside/host.ts'
import * as insideKeysCommand from './signs/inside/keys-command.ts'
import * as insideListener from './signs/inside/listener.ts'
import * as insideLoginGrace from './signs/inside/login-grace.ts'
import * as insideLoginLimit from './signs/inside/login-limit.ts'
import * as insideLogind from './signs/inside/logind.ts'
import * as insideMandatoryAccess from './signs/inside/mandatory-access.ts'
import * as insideNetwork from './signs/inside/network.ts'
import * as insideSocketUnit from './signs/inside/socket-unit.ts'
import * as insideSshd from './signs/inside/sshd.ts'
import * as kex from './signs/kex.ts'
import * as keysAtHand from './signs/keys-at-hand.ts'
import * as leadsTo from './signs/leads-to.ts'
import * as metBefore from './signs/met-before.ts'
import * as name from './signs/name.ts'
import * as path from './signs/path.ts'
import * as serverKind from './signs/server-kind.ts'
import * as session from './signs/session.ts'
import * as sshAlone from './signs/ssh-alone.ts'
import * as told from './signs/told.ts'
import * as turnedAway from './signs/turned-away.ts'
import * as unmarkedSession from './signs/unmarked-session.ts'

/** Read where nobody has to be let in: the client, the road, what ssh says. */
export const OUTSIDE_SIGNS: readonly Sign[] = [
  certificate.certificate,
  client.sshConfig,
  client.keyFiles,
  client.proxy,
  client.controlSocket,
  client.addressKind,
  controlPath.controlPath,
  keysAtHand.keysAtHand,
  leadsTo.leadsTo,
  name.name,
  path.connect,
  path.refusalBy,
  path.families,
  path.loss,
  path.controlPort,
  path.otherSource,
  sshAlone.sshAlone,
  banner.otherSshPort,
  entrance.entrance,
  metBefore.metBefore,
  banner.firstContact,
  banner.tries,
  banner.closeDelay,
  banner.ownConnections,
  cutOff.cutOff,
  serverKind.serverKind,
  turnedAway.turnedAway,
  banner.secondService,
  kex.pace,
  firstEncrypted.firstEncrypted,
  kex.kexContact,
  kex.smallReply,
  kex.splitIdentification,
  kex.kexinitSize,
  kex.kex,
  kex.hostKey,
  auth.auth,
  auth.serverText,
  auth.loginName,
  auth.firstAnswer,
  auth.authPace,
  clientSigns.clientSigns,
  session.session,
  session.sessionPace,
  unmarkedSession.unmarkedSession,
]

/** Nobody sees these from outside: a log, a cloud or a person tells. */
export const TOLD_SIGNS: readonly Sign[] = [
  told.clientNames,
  told.logDrops,
  told.logNames,
  told.logAttack,
  told.managementAgent,
  told.workloads,
]

/** Read only by somebody on the server. */
export const INSIDE_SIGNS: readonly Sign[] = [
  insideNetwork.firewall,
  insideNetwork.ban,
  insideListener.listener,
  insideSocketUnit.socketPort,
  insideSshd.configCheck,
  insideSshd.sshdUnit,
  insideHost.descriptors,
  insideHost.processes,
  insideListener.slots,
  insideListener.ownSlots,
  insideListener.slotSources,
  insideListener.acceptQueue,
  insideNetwork.wrappers,
  insideSshd.hostKeys,
  insideSshd.privsepDirectory,
  insideSshd.sshdPrograms,
  insideSshd.logDaemon,
  insideHost.memory,
  insideHost.processor,
  insideHost.storage,
  insideHost.disk,
  insideHost.bootState,
  insideAccount.account,
  insideAccount.authorizedKeys,
  insideAccount.nologin,
  insideAccount.pamStack,
  insideCertificateRules.certificateRules,
  insideClock.clock,
  insideHomeStorage.homeStorage,
  insideKeysCommand.keysCommand,
  insideLoginGrace.loginGrace,
  insideMandatoryAccess.mandatoryAccess,
  insideNetwork.reverseLookup,
  insideSshd.logOfOurs,
  insideSshd.loginRules,
  insideSshd.rootLogin,
  insideAccount.loginFiles,
  insideForwarding.forwardingRules,
  insideLoginLimit.loginLimit,
  insideLogind.logind,
  insideSshd.sessionRules,
]

/** Every reading the book knows, along the road: first what can be seen from outside or is told. */
export const SIGNS: readonly Sign[] = [
  ...[...OUTSIDE_SIGNS, ...TOLD_SIGNS].toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)),
  ...INSIDE_SIGNS,
]

export const SIGN_BY_ID: ReadonlyMap<string, Sign> = new Map(SIGNS.map((sign) => [sign.id, sign]))
