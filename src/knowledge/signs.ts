import type { Sign } from '../core/types.ts'
import { addressKind, controlSocket, keyFiles, proxy, sshConfig } from './signs/client.ts'
import { name } from './signs/name.ts'
import { connect, controlPort, families, loss, otherSource, refusalBy } from './signs/path.ts'
import { closeDelay, firstContact, otherSshPort, ownConnections, secondService, tries } from './signs/banner.ts'
import { hostKey, kex, kexContact, kexinitSize, pace, smallReply, splitIdentification } from './signs/kex.ts'
import { auth, authPace, firstAnswer, loginName, serverText } from './signs/auth.ts'
import { session, sessionPace } from './signs/session.ts'
import { logAttack, logDrops, logNames, managementAgent, workloads } from './signs/told.ts'

/** Every reading the book knows, in the order of the road. A new one is one line here. */
export const SIGNS: readonly Sign[] = [
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

export const SIGN_BY_ID: ReadonlyMap<string, Sign> = new Map(SIGNS.map((sign) => [sign.id, sign]))
