import type { ConnectionRequest } from '../core/connection-ledger.ts'

/** A request as it is remembered; `at` in seconds since 1970. */
export interface NotedRequest extends ConnectionRequest {
  at: number
}

/** The window of `question`, as of a run's own budget. */
export const WINDOW_SECONDS = 20
/** What was noted by a clock so far ahead of ours was noted before ours was set back. Between processes a moment is no wonder. */
const AHEAD_SECONDS = 5

/** Whether the last of these requests may be granted, given those that were noted before it, granted or not. */
export function isGranted(requests: readonly NotedRequest[]): boolean {
  const last = requests.at(-1)
  if (!last) return false
  const alike = requests.filter(
    ({ target, kind, at }) => target === last.target && kind === last.kind && at - last.at <= AHEAD_SECONDS,
  )
  return (last.kind === 'extra' ? leakyBucket(alike) : slidingWindow(alike)).at(-1) === true
}

/** One answer for each request, in their order: every connection adds a second, every second takes one away. */
function leakyBucket(requests: readonly NotedRequest[]): boolean[] {
  let outstanding = 0
  let lastAt = requests[0]?.at ?? 0
  return requests.map(({ at, count, most }) => {
    outstanding = Math.max(0, outstanding - Math.max(0, at - lastAt))
    lastAt = Math.max(at, lastAt)
    const granted = outstanding + count <= most
    if (granted) outstanding += count
    return granted
  })
}

function slidingWindow(requests: readonly NotedRequest[]): boolean[] {
  const taken: { at: number; count: number }[] = []
  return requests.map(({ at, count, most }) => {
    const recent = taken.reduce((sum, one) => sum + (at - one.at < WINDOW_SECONDS ? one.count : 0), 0)
    const granted = recent + count <= most
    if (granted) taken.push({ at, count })
    return granted
  })
}
