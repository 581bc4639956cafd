import { Unanswered } from '../../core/probe.ts'
import type { ProbeContext } from '../../core/probe.ts'
import type { Contact } from '../../core/types.ts'
import { dial } from './dial.ts'
import type { DialOptions } from './dial.ts'
import { bestEndpoint, portOf } from './addresses.ts'

/**
 * One more connection to the target's port at the address that answered best, with a script of its own.
 * @throws Unanswered where the budget is spent
 */
export async function oneContact(
  { target, facts, signal, connection, progress, patience }: ProbeContext,
  says: string,
  script: Pick<DialOptions, 'speech' | 'until'>,
): Promise<Contact> {
  const end = bestEndpoint(facts, target)
  if (!end || !(await connection('target'))) throw new Unanswered('not-allowed', 'the connection budget is spent')
  progress(says)
  return dial({
    ...end,
    port: portOf(facts, target),
    signal,
    connectSeconds: 3 * patience,
    silentSeconds: 3 * patience,
    answerSeconds: 2.5 * patience,
    ...script,
  })
}
