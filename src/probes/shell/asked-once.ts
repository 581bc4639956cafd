import { known, type Probe, type ProbeContext } from '../../core/probe.ts'
import type { FactId, Facts } from '../../core/types.ts'

/**
 * For probes that others build upon: the fact where it is known, else the answer to one question under way at a time for
 * each way in; undefined where it was asked and could not be had.
 */
export function askedOnce<K extends FactId>(id: K, ask: Probe<K>['run']) {
  const asking = new WeakMap<object, Promise<Facts[K]>>()
  return async (context: ProbeContext): Promise<Facts[K] | undefined> => {
    const fact = known(context.facts, id)
    if (fact) return fact
    const { access } = context
    if (context.facts[id] || !access) return undefined
    let answer = asking.get(access)
    if (!answer) {
      answer = ask(context).finally(() => asking.delete(access))
      asking.set(access, answer)
    }
    return answer.catch(() => undefined)
  }
}
