import type { Facts } from '../../core/types.ts'

/** `ufw, ip filter INPUT: policy drop`, `route: blackhole 192.0.2.7`; undefined where nothing decides. */
export function firewallPlace({ place, route, by }: Facts['firewall']): string | undefined {
  if (route) return route.type === 'none' ? `route: none to ${route.network}` : `route: ${route.type} ${route.network}`
  if (!place) return undefined
  const words = `${place.family} ${place.table} ${place.chain}: ${place.text}`
  const named =
    by === undefined || by === place.writer || [place.table, place.chain, place.text].some((name) => name.includes(by))
  return named ? words : `${by}, ${words}`
}
