/** What `ip -j route get ADDRESS` says. */
export interface RouteReading {
  source?: string
  device?: string
  gateway?: string
  /** Of the route: set on it, or learnt from a router that could not pass a packet on. */
  mtu?: number
}

export type Neighbour = 'reachable' | 'failed' | 'incomplete'

/** The kernel's neighbour states (ip-neighbour(8)) by what they mean for a packet sent now. */
const STATES: ReadonlyMap<unknown, Neighbour> = new Map([
  ...['REACHABLE', 'STALE', 'DELAY', 'PROBE', 'PERMANENT', 'NOARP'].map((state) => [state, 'reachable'] as const),
  ['FAILED', 'failed'],
  ['INCOMPLETE', 'incomplete'],
])

/** Reads the first route of `ip -j route get`; undefined for what is no such JSON. */
export function parseRoute(text: string): RouteReading | undefined {
  const route = entries(text)[0]
  if (!route) return undefined
  const metrics = Array.isArray(route['metrics']) ? (route['metrics'] as unknown[]) : []
  const mtu = metrics.map((metric) => (isRecord(metric) ? metric['mtu'] : undefined)).find((m) => m !== undefined)
  return {
    source: string(route['prefsrc']),
    device: string(route['dev']),
    gateway: string(route['gateway']) ?? (isRecord(route['via']) ? string(route['via']['host']) : undefined),
    mtu: typeof mtu === 'number' && mtu > 0 ? mtu : undefined,
  }
}

/** The state of one neighbour in `ip -j neigh show`; undefined where the kernel has never asked for it. */
export function parseNeighbour(text: string, address: string, device: string | undefined): Neighbour | undefined {
  const entry = entries(text).find((e) => e['dst'] === address && (device === undefined || e['dev'] === device))
  const states = Array.isArray(entry?.['state']) ? (entry['state'] as unknown[]) : []
  return states.map((state) => STATES.get(state)).find((meaning) => meaning !== undefined)
}

function entries(text: string): Record<string, unknown>[] {
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed.filter(isRecord) : []
  } catch {
    return []
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
