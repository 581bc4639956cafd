import { faults } from './index.ts'
import { insideOnly } from './inside-only.ts'
import { insideVariants } from './inside-variants.ts'
import type { BrokenFault } from '../types.ts'

/** What cannot be seen from within the server: the client's own side, the road, and machines on which nothing runs. */
const OUTSIDE_ONLY = new Set([
  'host-starved',
  'host-unreachable',
  'name-not-found',
  'name-lookup-fails',
  'packet-loss',
  'mtu-black-hole',
  'protocol-blocked',
  'ipv6-path-broken',
  'probe-not-trustworthy',
  'forwarder-without-backend',
  'host-key-changed',
  'host-key-unknown',
  'healthy',
  'no-common-algorithm',
])

const stageOfClient = (id: string): boolean =>
  /^(?:key-file|key-locked|too-many-keys|proxy-command|jump-host|control-socket|ssh-config)/.test(id)

/** Every fault that somebody on the server can name exactly. */
export const insideFaults: readonly BrokenFault[] = [
  ...faults.filter(({ id }) => !OUTSIDE_ONLY.has(id) && !stageOfClient(id)),
  ...insideOnly,
  ...insideVariants,
]
