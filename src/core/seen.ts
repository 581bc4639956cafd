import { known } from './probe.ts'
import { LOGIN_STEPS } from './login-facts.ts'
import type { LoginStep } from './login-facts.ts'
import type { ClientLog, FactSheet, LoginFact } from './types.ts'

/** Of several facts about one thing, the one that tells most: chosen here and nowhere else. */

/**
 * The login that came furthest: the one behind an unconfirmed host key, where we looked there, else the only one. Every
 * step it took was taken in this one login.
 */
export function furthestLogin(facts: FactSheet): LoginFact | undefined {
  return known(facts, 'login-beyond-host-key') ?? known(facts, 'login')
}

/** What ssh said, from our own run or from the user's paste; the furthest-reaching first. */
export function clientLogs(facts: FactSheet): ClientLog[] {
  return [furthestLogin(facts)?.log, known(facts, 'client-text')].filter((log) => log !== undefined)
}

/** What ssh said last: how the login ended that came furthest, else what the user pasted. */
export function clientLog(facts: FactSheet): ClientLog | undefined {
  return clientLogs(facts)[0]
}

/**
 * What ssh said to the user, before anybody looked behind an unconfirmed host key: for the connection itself and for the host
 * key, about which the second login does not ask.
 */
export function firstClientLog(facts: FactSheet): ClientLog | undefined {
  return known(facts, 'login')?.log ?? known(facts, 'client-text')
}

/**
 * Whether a text that somebody brought shows that a step was taken. A text is an excerpt: that a step is not shown says nothing. Undefined where
 * no client's text was brought, or a login of our own was made, which tells more.
 */
export function textShows(facts: FactSheet, step: LoginStep): boolean | undefined {
  const log = furthestLogin(facts) ? undefined : known(facts, 'client-text')
  return log && LOGIN_STEPS.indexOf(log.reached) >= LOGIN_STEPS.indexOf(step)
}
