import { spec } from 'node:test/reporters'
import type { TestEvent } from 'node:test/reporters'

/** What a run came to. A suite that is skipped counts as one: what is in it was never looked at. */
export interface Count {
  passed: number
  failed: number
  skipped: number
  /** Why something was skipped → how often. */
  why: Record<string, number>
}

export const nothingYet = (): Count => ({ passed: 0, failed: 0, skipped: 0, why: {} })

/** Adds what an event of the runner says of a test. */
export function add(count: Count, { type, data }: TestEvent): void {
  if (type !== 'test:pass' && type !== 'test:fail') return
  if (data.skip !== undefined && data.skip !== false) {
    const why = typeof data.skip === 'string' && data.skip !== '' ? data.skip : 'no reason was given'
    count.skipped++
    count.why[why] = (count.why[why] ?? 0) + 1
  } else if (data.details.type !== 'suite') count[type === 'test:pass' ? 'passed' : 'failed']++
}

/** What `spec` prints of these events; `count` is filled on the way. */
export async function* counting(events: AsyncIterable<TestEvent>, count: Count): AsyncGenerator<string> {
  const printed = new spec()
  for await (const event of events) {
    add(count, event)
    printed.write(event)
    for (let text = printed.read(); text !== null; text = printed.read()) yield String(text)
  }
  printed.end()
  for await (const text of printed) yield String(text)
}
