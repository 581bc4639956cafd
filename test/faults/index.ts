import { deniedByTcpWrappers } from './denied-by-tcp-wrappers.ts'
import { descriptorsExhausted } from './descriptors-exhausted.ts'
import { forkRefused } from './fork-refused.ts'
import { healthy } from './healthy.ts'
import { hostKeysUnusable } from './host-keys-unusable.ts'
import { hostStarved } from './host-starved.ts'
import { hostUnreachable } from './host-unreachable.ts'
import { listensOnOtherPort } from './listens-on-other-port.ts'
import { logDaemonHung } from './log-daemon-hung.ts'
import { maxstartupsSaturated } from './maxstartups-saturated.ts'
import { nothingListens } from './nothing-listens.ts'
import { packetsDropped } from './packets-dropped.ts'
import { packetsRejected } from './packets-rejected.ts'
import { perSourceLimit } from './per-source-limit.ts'
import { perSourcePenalty } from './per-source-penalty.ts'
import { privsepDirectoryMissing } from './privsep-directory-missing.ts'
import { sourceBanned } from './source-banned.ts'
import { sshdChildDies } from './sshd-child-dies.ts'
import { sshdHung } from './sshd-hung.ts'
import { upgradedNotRestarted } from './upgraded-not-restarted.ts'
import type { BrokenFault } from './types.ts'

/** Every way we know to break a real machine; one line each. */
export const faults: readonly BrokenFault[] = [
  healthy,
  // path
  packetsDropped,
  packetsRejected,
  sourceBanned,
  hostUnreachable,
  // port
  nothingListens,
  listensOnOtherPort,
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
]
