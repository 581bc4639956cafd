/** Small facts that look like real ones, for every test of the judging part. Documentation addresses only (RFC 5737, RFC 3849). */

import { LOGIN_STEPS } from '../../src/core/types.ts'
import type {
  Case,
  ClientLog,
  Contact,
  FactId,
  Facts,
  FactSheet,
  LoginFact,
  LoginStep,
  ServerLogFact,
} from '../../src/core/types.ts'
import { StepFollower, readClientLog } from '../../src/client-log/client-log.ts'

export const AT = '2026-01-02T03:04:05.000Z'
export const HOST = '203.0.113.7'
export const HOST6 = '2001:db8::7'

/** A fact sheet of these values, as the medic would file them. */
export function sheet(values: Partial<Facts>): FactSheet {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { at: AT, seen: 'network', via: 'network', value }]),
  ) as FactSheet
}

/** Every one of these was asked and could not be had. */
export function missing(...ids: FactId[]): FactSheet {
  return Object.fromEntries(
    ids.map((id) => [
      id,
      { at: AT, seen: 'network', via: 'network', missing: { why: 'absent', says: 'not to be had here' } },
    ]),
  ) as FactSheet
}

/** What ssh printed, read as the product reads it. */
export const pasted = (...lines: string[]): ClientLog => readClientLog(lines.join('\n') + '\n')

export const emptyLog = (over: Partial<ClientLog> = {}): ClientLog => ({
  reached: 'start',
  preBanner: [],
  keysOffered: 0,
  keysAccepted: 0,
  partialSuccess: false,
  serverText: [],
  forcedCommand: false,
  proxyText: [],
  keyProblems: [],
  rest: [],
  ...over,
})

/** A contact that opens and hears nothing. */
export const contact = (over: Partial<Contact> = {}): Contact => ({
  address: HOST,
  family: 4,
  port: 22,
  connect: { outcome: 'open', seconds: 0.03 },
  byteCount: 0,
  end: { how: 'out-of-time', at: 5.4 },
  ...over,
})

/** A contact whose handshake ends so. */
export const shut = (outcome: Contact['connect']['outcome'], seconds: number, over: Partial<Contact> = {}): Contact =>
  contact({ connect: { outcome, seconds }, end: { how: 'out-of-time', at: seconds }, ...over })

/** A contact that hears these bytes and then this end. */
export const heard = (text: string, end: Contact['end'], over: Partial<Contact> = {}): Contact => {
  const lines = text.split('\n').filter((line) => line !== '')
  return contact({
    bytes: btoa(text),
    byteCount: text.length,
    firstByteAt: 0.06,
    lastByteAt: 0.06,
    preBanner: lines.slice(0, 8),
    preBannerCount: lines.length,
    end,
    ...over,
  })
}

export const BANNER = 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7'

/** A contact that hears the identification, answers, and gets the KEXINIT. */
export const greeted = (over: Partial<Contact> = {}): Contact =>
  contact({
    bytes: btoa(`${BANNER}\r\n`),
    byteCount: 1152,
    firstByteAt: 0.05,
    lastByteAt: 0.09,
    identification: BANNER,
    identificationAt: 0.05,
    spokeAt: 0.051,
    kexinitAt: 0.09,
    end: { how: 'enough', at: 0.09 },
    ...over,
  })

/** The usual pace of a login over a healthy road, seconds at which each step is first seen. */
const PACE: Record<LoginStep, number> = {
  start: 0,
  proxy: 0.011,
  resolve: 0.012,
  connect: 0.014,
  connected: 0.044,
  identification: 0.06,
  kexinit: 0.065,
  'kex-reply': 0.09,
  newkeys: 0.1,
  service: 0.11,
  methods: 0.13,
  offer: 0.14,
  'key-accepted': 0.15,
  signed: 0.16,
  authenticated: 0.18,
  session: 0.2,
  shell: 0.25,
}
const SKIPPED: ReadonlySet<LoginStep> = new Set(['proxy'])

/** The steps up to and with this one at their usual pace, then as `slow` says. */
export function stepsTo(last: LoginStep, slow: LoginFact['stepAt'] = {}): LoginFact['stepAt'] {
  const until = LOGIN_STEPS.indexOf(last)
  const usual = LOGIN_STEPS.filter((step, i) => i <= until && !SKIPPED.has(step)).map((step) => [step, PACE[step]])
  return { ...(Object.fromEntries(usual) as LoginFact['stepAt']), ...slow }
}

/** A login that came so far, as the system's ssh would have shown it. */
export function loginTo(
  last: LoginStep,
  over: Partial<Omit<LoginFact, 'log'>> & { log?: Partial<ClientLog> } = {},
): LoginFact {
  const { log, ...rest } = over
  const stepAt = rest.stepAt ?? stepsTo(last)
  const named = stepAt.identification !== undefined
  return {
    log: emptyLog({ reached: last, client: 'OpenSSH_9.2p1', ...(named ? { server: BANNER } : {}), ...log }),
    seconds: Math.max(...Object.values(stepAt)) + 0.05,
    exit: 255,
    ...rest,
    stepAt,
  }
}

/** The login whose `ssh -v` printed this, at the usual pace. */
export function loginFrom(printed: string, over: Partial<LoginFact> = {}): LoginFact {
  const follower = new StepFollower()
  const steps = printed.split('\n').flatMap((line) => follower.next(line) ?? [])
  const stepAt = { start: 0, ...Object.fromEntries(steps.map((step) => [step, PACE[step]])) }
  const log = readClientLog(printed)
  return { log, stepAt, seconds: 0.4, exit: 255, shellAnswered: false, commandAnswered: false, retransmits: 0, ...over }
}

/** A login that works to the end. */
export const goodLogin = (over: Partial<LoginFact> = {}): LoginFact => {
  const base = loginTo('shell', {
    log: { keysOffered: 1, keysAccepted: 1 },
    exit: 0,
    shellAnswered: true,
    commandAnswered: true,
  })
  return { ...base, ...over }
}

export const config = (over: Partial<Facts['ssh-config']> = {}): Facts['ssh-config'] => ({
  version: 'OpenSSH_9.2p1 Debian-2+deb12u7, OpenSSL 3.0.17 1 Jul 2025',
  ok: true,
  host: HOST,
  port: 22,
  user: 'ubuntu',
  identityFiles: ['/home/me/.ssh/id_ed25519'],
  strictHostKeyChecking: 'ask',
  ...over,
})

export const serverLog = (over: Partial<ServerLogFact> = {}): ServerLogFact => ({
  lines: 40,
  throttling: 0,
  drops: 0,
  dropSources: 0,
  penalties: 0,
  failures: 0,
  failureSources: 0,
  accepted: 1,
  says: [],
  ...over,
})

/** What every diagnosis has before it asks the network. */
export const atHome: Partial<Facts> = {
  'ssh-config': config(),
  'key-files': {
    files: [{ path: '/home/me/.ssh/id_ed25519', named: true, state: 'present', mode: '0600' }],
    agent: 'none',
  },
  'name-lookup': { name: HOST, addresses: [{ address: HOST, family: 4 }], seconds: 0 },
  'own-connections': { bySource: {}, target: HOST, port: 22, source: '203.0.113.200' },
  route: {
    address: HOST,
    source: '203.0.113.200',
    device: 'eth0',
    mtu: 1500,
    neighbour: 'reachable',
    says: `${HOST} via 203.0.113.1 dev eth0 src 203.0.113.200`,
  },
}

/** A whole case around these facts. */
export function caseOf(facts: FactSheet, over: Partial<Case> = {}): Case {
  return {
    schema: 2,
    kind: 'sshmedic-case',
    version: '0.1.0',
    openedAt: AT,
    target: { destination: `ubuntu@${HOST}`, host: HOST, port: 22, user: 'ubuntu', ssh: [] },
    facts,
    spent: { connections: 3, seconds: 6 },
    ...over,
  }
}
