import { known } from '../../../core/probe.ts'
import { banHolder } from '../../phrases/ban-holder.ts'
import { firewallPlace } from '../../phrases/firewall-place.ts'
import type { Sign } from '../../../core/types.ts'

export const wrappers = {
  id: 'tcp-wrappers',
  stage: 'banner',
  beside: true,
  usual: { allows: 0.995 },
  passes: 'allows',
  shuts: true,
  values: ['allows', 'denies', 'by-name'],
  from: ['tcp-wrappers'],
  read(facts) {
    const fact = known(facts, 'tcp-wrappers')
    if (!fact || fact.verdict === 'unknown') return undefined
    if (!fact.linked || fact.verdict === 'no-rules') return 'allows'
    return fact.verdict
  },
  says: {
    allows: 'tcp wrappers have nothing against your address',
    denies: 'tcp wrappers deny your address',
    'by-name': 'tcp wrappers look your name up before they decide',
  },
  detail(facts) {
    const rule = known(facts, 'tcp-wrappers')?.rule
    return rule && `${rule.file}: ${rule.text}`
  },
} satisfies Sign

export const firewall = {
  id: 'firewall',
  stage: 'path',
  beside: true,
  usual: { open: 0.995 },
  passes: 'open',
  shuts: true,
  values: ['open', 'drops', 'rejects', 'drops-you', 'rejects-you', 'limits'],
  from: ['firewall'],
  read(facts) {
    const fact = known(facts, 'firewall')
    if (!fact || fact.verdict === 'unknown') return undefined
    if (fact.verdict === 'drops') return fact.you ? 'drops-you' : 'drops'
    if (fact.verdict === 'rejects') return fact.you ? 'rejects-you' : 'rejects'
    return fact.verdict
  },
  says: {
    open: "the server's own firewall lets you through to the port",
    drops: "the server's own firewall drops packets to the port",
    rejects: "the server's own firewall rejects connections to the port",
    'drops-you': "the server's own firewall drops what comes from your address",
    'rejects-you': "the server's own firewall rejects what comes from your address",
    limits: "the server's own firewall limits how often one may connect",
  },
  detail(facts) {
    const fact = known(facts, 'firewall')
    const named = fact && firewallPlace(fact)
    return named !== undefined && fact?.answers ? `${named} (on the way back to you)` : named
  },
} satisfies Sign

export const ban = {
  id: 'ban',
  stage: 'path',
  beside: true,
  usual: { none: 0.998 },
  passes: 'none',
  shuts: true,
  values: ['none', 'banned'],
  from: ['bans', 'firewall', 'tcp-wrappers'],
  read(facts) {
    const fact = known(facts, 'bans')
    if (!fact) return undefined
    // A ban from a website's pages, or one that nobody carries out, keeps nobody from this port.
    const wrappers = known(facts, 'tcp-wrappers')
    const denied = wrappers?.linked === true && wrappers.verdict !== 'allows' && wrappers.verdict !== 'no-rules'
    const passes = known(facts, 'firewall')?.verdict === 'open' && !denied
    return fact.banned.length > 0 && !passes ? 'banned' : 'none'
  },
  says: { none: 'no ban tool keeps your address from the port', banned: 'a ban tool has your address' },
  detail(facts) {
    const [first, ...more] = known(facts, 'bans')?.banned ?? []
    if (first === undefined) return undefined
    const until = first.until === undefined ? '' : ` until ${first.until}`
    const others = more.map(banHolder).slice(0, 3)
    return `${banHolder(first)} has ${first.address}${until}${others.length > 0 ? `; so has ${others.join(', ')}` : ''}`
  },
} satisfies Sign

export const reverseLookup = {
  id: 'reverse-lookup',
  stage: 'auth',
  beside: true,
  usual: { unused: 0.9, quick: 0.095 },
  passes: 'unused',
  shuts: false,
  values: ['unused', 'quick', 'slow'],
  from: ['resolver', 'sshd-effective'],
  read(facts) {
    const asked = known(facts, 'sshd-effective')?.values['usedns']?.[0]
    const fact = known(facts, 'resolver')
    if (asked === 'no') return 'unused'
    if (!fact || asked === undefined) return undefined
    return fact.seconds > 1.5 || fact.outcome === 'timeout' ? 'slow' : 'quick'
  },
  says: {
    unused: 'sshd does not look names up (UseDNS no)',
    quick: 'sshd looks your name up, and gets its answer at once',
    slow: 'sshd looks your name up, and the answer takes seconds or never comes',
  },
  detail(facts) {
    const fact = known(facts, 'resolver')
    return fact && `${fact.seconds.toFixed(1)} s, name server ${fact.servers.join(', ') || 'none'}`
  },
} satisfies Sign
