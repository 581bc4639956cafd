import type { TestEvent } from 'node:test/reporters'

/** A reporter for `node --test`: each failed test as one line of JSON, with its message whole. Suites fail by their tests. */
export default async function* reporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type !== 'test:fail' || event.data.details.type === 'suite') continue
    const { cause, message } = event.data.details.error
    if (message.endsWith('subtests failed') || message.endsWith('subtest failed')) continue
    const says = cause instanceof Error ? cause.message : message
    yield `${JSON.stringify({ test: event.data.name, says })}\n`
  }
}
