import { FACT_TITLES } from './facts/titles.ts'
import { OLDER_VALUES } from './older-values.ts'
import { CASE_SCHEMA } from './types.ts'
import type { FactId, Missing, Seen } from './types.ts'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A saved case of schema 1 as one of schema 2, which says of each fact from where it was seen and why one is missing. What is no
 * such case comes back as it is: whether it is one, the schema says afterwards.
 */
export function fromSchema1(value: unknown): unknown {
  if (!isObject(value) || value['schema'] !== 1 || !isObject(value['facts'])) return value
  const facts = value['facts']
  const onTheServer = !('login' in facts) && viaOf(facts['inside-session']) === 'this machine'
  const entries = Object.entries(facts).map(([id, fact]) => [id, factOf(id, fact, onTheServer)])
  return { ...value, schema: CASE_SCHEMA, facts: Object.fromEntries(entries) }
}

const viaOf = (fact: unknown): unknown => (isObject(fact) ? fact['via'] : undefined)

function factOf(id: string, fact: unknown, onTheServer: boolean): unknown {
  if (!isObject(fact)) return fact
  const { missing, ...rest } = fact
  const seen = { seen: seenFrom(id, viaOf(fact), onTheServer) }
  if (missing === undefined) return { ...rest, ...seen, ...valueOf(id, rest) }
  return { ...rest, ...seen, missing: typeof missing === 'string' ? { why: whyOf(missing), says: missing } : missing }
}

/** Schema 1 had the host of the way in in its label alone: `ops@web1`, `ops@web1:2222`, `[2001:db8::1]:22`. */
function wayInHost(via: unknown): { wayInHost?: string } {
  const [, bracketed, plain] =
    /^(?:[^@]*@)?(?:\[([^\]]+)\](?::\d+)?|([^:]+)(?::\d+)?)$/.exec(typeof via === 'string' ? via : '') ?? []
  const host = bracketed ?? plain
  return host === undefined || via === 'this machine' ? {} : { wayInHost: host }
}

function valueOf(id: string, { value, via }: Json): { value?: unknown } {
  if (id === 'inside-session' && isObject(value)) return { value: { ...value, ...wayInHost(via) } }
  const convert = Object.hasOwn(OLDER_VALUES, id) ? OLDER_VALUES[id as FactId] : undefined
  return convert && isObject(value) ? { value: convert(value) } : {}
}

function seenFrom(id: string, via: unknown, onTheServer: boolean): Seen {
  if (via === 'paste') return 'told'
  const seen = Object.hasOwn(FACT_TITLES, id) ? FACT_TITLES[id as keyof typeof FACT_TITLES].seen : 'network'
  return onTheServer && seen === 'network' ? 'inside' : seen
}

/** Schema 1 had the reason in words alone; these are the sentences it was written with. */
function whyOf(says: string): Missing['why'] {
  if (/too slow|no answer|did not answer|does not answer|stayed silent|no time left|still at it/.test(says))
    return 'timed-out'
  if (/budget is spent|only root|more rights|may not be read|cannot be read/.test(says)) return 'not-allowed'
  return /interrupted|not asked|is configured|is named|no address/.test(says) ? 'not-asked' : 'absent'
}
