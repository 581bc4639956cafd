/** What the cases of fixtures.ts are made of. Documentation addresses only. */

import type { Case, ClientLog, Contact, Diagnosis, FactSheet } from '../../src/core/types.ts'

export interface Sample {
  case_: Case
  diagnosis: Diagnosis
}

export const at = (second: number) => new Date(Date.UTC(2026, 0, 2, 3, 4, second)).toISOString()

export const log = (over: Partial<ClientLog> = {}): ClientLog => ({
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

export const silent = (over: Partial<Contact> = {}): Contact => ({
  address: '203.0.113.7',
  family: 4,
  port: 22,
  connect: { outcome: 'open', seconds: 0.041 },
  byteCount: 0,
  end: { how: 'out-of-time', at: 5 },
  ...over,
})

export const healthy = (over: Partial<Contact> = {}): Contact => ({
  ...silent(),
  spokeAt: 0.06,
  bytes: btoa('SSH-2.0-OpenSSH_10.0p2 Debian-7\r\n'),
  byteCount: 1152,
  firstByteAt: 0.058,
  lastByteAt: 0.102,
  identification: 'SSH-2.0-OpenSSH_10.0p2 Debian-7',
  identificationAt: 0.058,
  kexinitAt: 0.102,
  end: { how: 'enough', at: 0.103 },
  ...over,
})

export const turnedAway = (over: Partial<Contact> = {}): Contact =>
  silent({
    bytes: btoa('Exceeded MaxStartups\r\n'),
    byteCount: 22,
    firstByteAt: 0.09,
    lastByteAt: 0.09,
    preBanner: ['Exceeded MaxStartups'],
    preBannerCount: 1,
    end: { how: 'fin', at: 0.091 },
    ...over,
  })

const beforeLogin: FactSheet = {
  'ssh-config': {
    at: at(0),
    seen: 'network',
    via: 'here',
    value: {
      version: 'OpenSSH_9.2p1 Debian-2+deb12u7, OpenSSL 3.0.17 1 Jul 2025',
      ok: true,
      host: '203.0.113.7',
      port: 22,
      user: 'ubuntu',
      identityFiles: ['key.pem'],
      strictHostKeyChecking: 'ask',
      userKnownHostsFiles: ['~/.ssh/known_hosts'],
    },
  },
  'name-lookup': {
    at: at(0),
    seen: 'network',
    via: 'here',
    value: { name: '203.0.113.7', addresses: [{ address: '203.0.113.7', family: 4 }], seconds: 0 },
  },
  'key-files': {
    at: at(0),
    seen: 'network',
    via: 'here',
    value: { files: [{ path: 'key.pem', named: true, state: 'present', mode: '0600' }], agent: 'none' },
  },
}

export function caseOf(facts: FactSheet, over: Partial<Case> = {}): Case {
  return {
    schema: 2,
    kind: 'sshmedic-case',
    version: '0.1.0',
    openedAt: at(0),
    target: {
      destination: 'ubuntu@203.0.113.7',
      host: '203.0.113.7',
      port: 22,
      user: 'ubuntu',
      ssh: ['-i', 'key.pem'],
    },
    facts: { ...beforeLogin, ...facts },
    spent: { connections: 7, seconds: 6.2 },
    ...over,
  }
}
