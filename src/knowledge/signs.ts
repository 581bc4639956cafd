import type { Sign } from '../core/types.ts'
import { addressKind, controlSocket, keyFiles, proxy, sshConfig } from './signs/client.ts'
import { name } from './signs/name.ts'
import { connect, controlPort, families, loss, otherSource, refusalBy } from './signs/path.ts'
import { closeDelay, firstContact, otherSshPort, ownConnections, secondService, tries } from './signs/banner.ts'
import { turnedAway } from './signs/turned-away.ts'
import { hostKey, kex, kexContact, kexinitSize, pace, smallReply, splitIdentification } from './signs/kex.ts'
import { auth, authPace, firstAnswer, loginName, serverText } from './signs/auth.ts'
import { session, sessionPace } from './signs/session.ts'
import { acceptQueue, listener, ownSlots, slots, slotSources } from './signs/inside/listener.ts'
import * as sshd from './signs/inside/sshd.ts'
import * as accounts from './signs/inside/account.ts'
import * as host from './signs/inside/host.ts'
import * as network from './signs/inside/network.ts'
import { logAttack, logDrops, logNames, managementAgent, workloads } from './signs/told.ts'

/** Read where nobody has to be let in: the client, the road, what ssh says. In the order of the road. */
const OUTSIDE_SIGNS: readonly Sign[] = [
  sshConfig,
  keyFiles,
  proxy,
  controlSocket,
  addressKind,
  name,
  connect,
  refusalBy,
  families,
  loss,
  controlPort,
  otherSource,
  otherSshPort,
  firstContact,
  tries,
  closeDelay,
  turnedAway,
  ownConnections,
  logDrops,
  logAttack,
  logNames,
  secondService,
  pace,
  managementAgent,
  workloads,
  kexContact,
  smallReply,
  splitIdentification,
  kexinitSize,
  kex,
  hostKey,
  auth,
  serverText,
  loginName,
  firstAnswer,
  authPace,
  session,
  sessionPace,
]

/** Read only by somebody on the server, in the order of the road. */
export const INSIDE_SIGNS: readonly Sign[] = [
  network.firewall,
  network.ban,
  listener,
  sshd.configCheck,
  sshd.sshdUnit,
  slots,
  slotSources,
  ownSlots,
  acceptQueue,
  sshd.sshdPrograms,
  sshd.hostKeys,
  sshd.privsepDirectory,
  network.wrappers,
  sshd.logDaemon,
  host.descriptors,
  host.processes,
  host.memory,
  host.processor,
  host.storage,
  host.disk,
  host.bootState,
  sshd.loginRules,
  sshd.rootLogin,
  accounts.account,
  accounts.authorizedKeys,
  accounts.nologin,
  accounts.pamStack,
  network.reverseLookup,
  sshd.logOfOurs,
  sshd.sessionRules,
  accounts.loginFiles,
]

/** Every reading the book knows. A new one is one line above. */
export const SIGNS: readonly Sign[] = [...OUTSIDE_SIGNS, ...INSIDE_SIGNS]

export const SIGN_BY_ID: ReadonlyMap<string, Sign> = new Map(SIGNS.map((sign) => [sign.id, sign]))
