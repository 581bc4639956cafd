import { visible } from '../core/visible.ts'

/**
 * What people and clouds say beside ssh's own words, in a pasted text: the state of the cloud's management agent and of
 * the host's workloads. Only plain statements count; everything else stays unknown.
 */
export function readHearsay(text: string): {
  agent?: { state: 'online' | 'lost'; says: string }
  workloads?: { state: 'running'; says: string }
} {
  const found: ReturnType<typeof readHearsay> = {}
  for (const line of text.split('\n').slice(0, 20_000)) {
    const short = line.slice(0, 500)
    // Systems Manager's PingStatus (DescribeInstanceInformation): Online, ConnectionLost, Inactive.
    if (
      /(?<![\w.])ConnectionLost\b|\bConnection Lost\b|(?:SSM|agent)\b.{0,40}\b(?:lost|offline|unreachable)\b/i.test(
        short,
      )
    )
      found.agent = { state: 'lost', says: visible(short.trim(), 200) }
    else if (!found.agent && /\bPingStatus\b\W{1,5}Online\b/i.test(short))
      found.agent = { state: 'online', says: visible(short.trim(), 200) }
    if (
      !found.workloads &&
      /^\s*[0-9a-f]{12}\s.*\sUp \d+ (?:seconds|minutes|hours|days|weeks)|\bcontainers?\b.{0,40}\b(?:running|still up|healthy)\b/i.test(
        short,
      )
    )
      found.workloads = { state: 'running', says: visible(short.trim(), 200) }
  }
  return found
}
