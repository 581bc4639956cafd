import type { Facts } from '../../src/core/types.ts'
import { firewallPlace } from '../../src/knowledge/phrases/firewall-place.ts'

/** What decides in a firewall, without the tool's name: `ip filter INPUT: policy drop`. */
export const placeOf = ({ by: _tool, ...fact }: Facts['firewall']): string | undefined => firewallPlace(fact)
