/** Where the time went: one lane for each look at the server, made of the stages it passed through. */

import { LOGIN_STEPS } from '../core/types.ts'
import type { Contact, LoginFact, LoginStep } from '../core/types.ts'
import type { Document } from './document.ts'
import { FACT_TITLES } from './fact-titles.ts'

type Phase = 'name' | 'tcp' | 'banner' | 'kex' | 'login' | 'session'

interface TimingSpan {
  phase: Phase
  from: number
  to: number
  /** Nothing came of it: the wait ended by a clock, a refusal or the peer's hanging up. */
  inVain: boolean
}
export interface Lane {
  title: string
  detail: string
  spans: TimingSpan[]
}

/** What ssh is busy with until it reaches a step. */
const UNTIL: Readonly<Record<LoginStep, Phase>> = {
  start: 'name',
  proxy: 'name',
  resolve: 'name',
  connect: 'name',
  connected: 'tcp',
  identification: 'banner',
  kexinit: 'kex',
  'kex-reply': 'kex',
  newkeys: 'kex',
  service: 'login',
  methods: 'login',
  offer: 'login',
  'key-accepted': 'login',
  signed: 'login',
  authenticated: 'login',
  session: 'session',
  shell: 'session',
}

const LOGINS = ['login', 'login-beyond-host-key', 'command-session', 'login-unmarked']
const CONTACTS = ['contact', 'contact-again', 'contact-other-source', 'second-service', 'other-ssh-port']
const MOST_LANES = 12

/** The lanes of a case, ssh itself first; those in which nothing took time are left out. */
export function lanes({ facts }: Document): Lane[] {
  const found = facts.flatMap((fact): Lane[] => {
    if (!('value' in fact)) return []
    const title = FACT_TITLES[fact.id]
    if (LOGINS.includes(fact.id)) return [{ title, detail: '', spans: ofLogin(fact.value as LoginFact) }]
    if (!CONTACTS.includes(fact.id)) return []
    return (fact.value as { contacts: Contact[] }).contacts.map((contact) => ({
      title,
      detail: `${contact.address} port ${contact.port}, ${contact.spokeAt === undefined ? 'listening' : 'speaking'}`,
      spans: ofContact(contact),
    }))
  })
  return found
    .filter(({ spans }) => spans.length > 0)
    .toSorted((a, b) => Number(a.detail !== '') - Number(b.detail !== ''))
    .slice(0, MOST_LANES)
}

function ofLogin({ stepAt, seconds, exit, stopped }: LoginFact): TimingSpan[] {
  const reached = LOGIN_STEPS.filter((step) => stepAt[step] !== undefined)
  const spans: TimingSpan[] = []
  let from = 0
  for (const step of reached) {
    const to = stepAt[step] ?? from
    spans.push({ phase: UNTIL[step], from, to, inVain: false })
    from = to
  }
  const last = reached.at(-1)
  const following = LOGIN_STEPS[last === undefined ? 0 : LOGIN_STEPS.indexOf(last) + 1] ?? 'shell'
  // The proxy is a step only some take.
  const phase = UNTIL[following === 'proxy' ? 'connect' : following]
  spans.push({ phase, from, to: seconds, inVain: exit !== 0 && stopped !== 'enough' })
  return merged(spans)
}

function ofContact({ connect, identificationAt, kexinitAt, spokeAt, end }: Contact): TimingSpan[] {
  const opened = connect.outcome === 'open'
  const spans: TimingSpan[] = [{ phase: 'tcp', from: 0, to: connect.seconds, inVain: !opened }]
  if (!opened) return merged(spans)
  spans.push({
    phase: 'banner',
    from: connect.seconds,
    to: identificationAt ?? end.at,
    inVain: identificationAt === undefined,
  })
  if (identificationAt !== undefined && (kexinitAt !== undefined || (spokeAt !== undefined && end.how !== 'enough'))) {
    spans.push({ phase: 'kex', from: identificationAt, to: kexinitAt ?? end.at, inVain: kexinitAt === undefined })
  }
  return merged(spans)
}

/** Neighbours of one phase as one; what took no time, or runs backwards in a mangled case, is left out. */
function merged(spans: readonly TimingSpan[]): TimingSpan[] {
  const result: TimingSpan[] = []
  for (const span of spans) {
    if (!(Number.isFinite(span.from) && span.from >= 0 && Number.isFinite(span.to) && span.to > span.from)) continue
    const last = result.at(-1)
    if (last && last.phase === span.phase && last.inVain === span.inVain && last.to === span.from) last.to = span.to
    else result.push({ ...span })
  }
  return result
}
