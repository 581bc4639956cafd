/** Cases as a user meets them, for the tests of this folder. Documentation addresses only. */

import type { LoginFact } from '../../src/core/types.ts'
import { at, caseOf, healthy, log, silent, turnedAway } from './sample.ts'
import type { Sample } from './sample.ts'

export type { Sample }

const starvedLogin: LoginFact = {
  log: log({ reached: 'connected', client: 'OpenSSH_9.2p1', failure: 'banner-timeout', address: '203.0.113.7' }),
  stepAt: { start: 0, resolve: 0.012, connect: 0.014, connected: 0.055 },
  seconds: 5.1,
  exit: 255,
}

/** The port opens, nothing speaks, and the second service is silent too. */
export const hostStarved: Sample = {
  case_: caseOf({
    login: { at: at(1), seen: 'network', via: 'here', value: starvedLogin },
    contact: { at: at(1), seen: 'network', via: 'here', value: { contacts: [silent(), silent({ spokeAt: 0.042 })] } },
    'contact-again': { at: at(4), seen: 'network', via: 'here', value: { contacts: [silent()] } },
    'second-service': { at: at(5), seen: 'network', via: 'here', value: { contacts: [silent({ port: 443 })] } },
    'server-log': {
      at: at(6),
      seen: 'network',
      via: 'here',
      missing: { why: 'absent', says: 'no shell on the server' },
    },
  }),
  diagnosis: {
    verdict: 'unreachable',
    signs: { 'tcp-opens': 'yes', 'banner-comes': 'never', 'second-service-speaks': 'no', 'drop-pattern': 'none' },
    causes: [
      {
        id: 'host-starved',
        title: 'The host is starved: its kernel answers, its programs do not',
        stage: 'host',
        probability: 0.861234,
        because: [
          { sign: 'banner-comes', value: 'never', bits: 3.8073, says: 'the port opens but nothing speaks' },
          {
            sign: 'second-service-speaks',
            value: 'no',
            bits: 2.5849,
            says: 'a second port (443) opens and is silent too',
          },
          { sign: 'tcp-pace', value: 'prompt', bits: -0.7369, says: 'connecting is as quick as to a healthy host' },
        ],
        becauseOf: [],
      },
      {
        id: 'sshd-hung',
        title: 'sshd itself hangs',
        stage: 'banner',
        probability: 0.0901,
        because: [
          { sign: 'banner-comes', value: 'never', bits: 3.8073, says: 'the port opens but nothing speaks' },
          {
            sign: 'second-service-speaks',
            value: 'no',
            bits: -3.1,
            says: 'a second port (443) opens and is silent too',
          },
        ],
        becauseOf: [],
      },
      {
        id: 'tarpit',
        title: 'A tarpit holds the port',
        stage: 'port',
        probability: 0.0301,
        because: [],
        becauseOf: [],
      },
      {
        id: 'io-stalled',
        title: 'Its disk stands still',
        stage: 'host',
        probability: 0.0112,
        because: [],
        becauseOf: [],
      },
      {
        id: 'unknown',
        title: 'Something this book does not know',
        stage: '—',
        probability: 0.0074,
        because: [],
        becauseOf: [],
      },
    ],
    ruledOut: [
      {
        id: 'maxstartups-saturated',
        title: 'Every place for a login in progress is taken (MaxStartups)',
        says: 'a full sshd turns you away at once, with a line of text',
      },
      { id: 'nothing-listens', title: 'No program listens on the port', says: 'the port opens' },
    ],
    next: {
      kind: 'do',
      says: 'Look at memory, disk and console of the instance from its cloud; stop and start it only as a last step',
      command:
        'aws ec2 get-console-output --latest --output text --instance-id i-0123456789abcdef0 --region eu-central-1',
    },
    surer: {
      kind: 'test',
      says: 'Look at the instance from its cloud, or from within (--via)',
      between: ['host-starved', 'sshd-hung'],
    },
    road: [
      { name: 'name', state: 'ok', says: '203.0.113.7' },
      { name: 'tcp', state: 'ok', says: 'open', seconds: 0.041 },
      { name: 'banner', state: 'fail', says: 'nothing for 5.0 s (3 of 3 tries)' },
      { name: 'kex', state: 'not-reached', says: '' },
      { name: 'login', state: 'not-reached', says: '' },
      { name: 'session', state: 'not-reached', says: '' },
    ],
    notes: [],
  },
}

const WEB1 = { address: '2001:db8::7', family: 6, port: 2222 } as const

/** Notices, drops from many sources, failed passwords. */
export const maxstartups: Sample = {
  case_: caseOf(
    {
      contact: { at: at(1), seen: 'network', via: 'here', value: { contacts: [turnedAway(WEB1), healthy(WEB1)] } },
      'contact-again': {
        at: at(3),
        seen: 'network',
        via: 'here',
        value: { contacts: [turnedAway(WEB1), turnedAway({ ...WEB1, end: { how: 'reset', at: 0.05 } })] },
      },
      'server-log': {
        at: at(9),
        seen: 'told',
        via: 'pasted',
        value: {
          lines: 412,
          throttling: 6,
          drops: 118,
          dropSources: 31,
          penalties: 0,
          failures: 240,
          failureSources: 29,
          accepted: 1,
          says: ['drop connection #10 from [198.51.100.23]:40112 on [203.0.113.7]:22 past MaxStartups'],
        },
      },
    },
    {
      target: { destination: 'web1', host: '2001:db8::7', port: 2222, user: 'deploy', ssh: ['-p', '2222'] },
      spent: { connections: 5, seconds: 3.4189 },
    },
  ),
  diagnosis: {
    verdict: 'degraded',
    signs: { 'drop-pattern': 'notice', 'log-failures': 'many-sources' },
    causes: [
      {
        id: 'maxstartups-saturated',
        title: 'Every place for a login in progress is taken (MaxStartups)',
        stage: 'banner',
        probability: 0.972,
        because: [
          { sign: 'drop-pattern', value: 'notice', bits: 8.2, says: 'sshd says so itself: “Exceeded MaxStartups”' },
          { sign: 'drop-rate', value: 'some', bits: 2.1, says: '3 of 4 tries were turned away (at least 30 %)' },
          { sign: 'log-drops', value: 'many-sources', bits: 1.5, says: 'the log drops connections from 31 addresses' },
        ],
        becauseOf: [
          {
            id: 'brute-force',
            title: 'strangers guess passwords',
            says: '240 failed logins from 29 addresses in the log',
          },
        ],
      },
      {
        id: 'per-source-penalty',
        title: 'sshd punishes our address for earlier failures',
        stage: 'banner',
        probability: 0.021,
        because: [],
        becauseOf: [],
      },
    ],
    ruledOut: [{ id: 'host-starved', title: 'The host is starved', says: 'one try in four answers within 0.1 s' }],
    next: {
      kind: 'do',
      says: 'Try again until one gets through, then raise the limit and let fail2ban turn the guessers away',
      command: 'for i in 1 2 3 4 5 6; do ssh -p 2222 web1 && break; sleep 5; done',
    },
    surer: null,
    road: [
      { name: 'name', state: 'ok', says: '2001:db8::7', seconds: 0.0021 },
      { name: 'tcp', state: 'ok', says: 'open', seconds: 0.041 },
      { name: 'banner', state: 'warn', says: 'turned away 3 times of 4: “Exceeded MaxStartups”', seconds: 0.058 },
      { name: 'kex', state: 'ok', says: 'curve25519-sha256', seconds: 0.044 },
      { name: 'login', state: 'not-asked', says: '' },
      { name: 'session', state: 'not-asked', says: '' },
    ],
    notes: ['The log was pasted, not read on the server.'],
  },
}

/** Everything works. */
export const reachable: Sample = {
  case_: caseOf(
    {
      contact: { at: at(1), seen: 'network', via: 'here', value: { contacts: [healthy()] } },
      login: {
        at: at(1),
        seen: 'network',
        via: 'here',
        value: {
          log: log({
            reached: 'shell',
            client: 'OpenSSH_9.2p1',
            server: 'OpenSSH_10.0p2',
            keysOffered: 1,
            keysAccepted: 1,
          }),
          stepAt: {
            start: 0,
            resolve: 0.011,
            connect: 0.012,
            connected: 0.053,
            identification: 0.11,
            kexinit: 0.15,
            'kex-reply': 0.19,
            newkeys: 0.2,
            service: 0.24,
            methods: 0.29,
            offer: 0.291,
            'key-accepted': 0.34,
            signed: 0.35,
            authenticated: 0.41,
            session: 0.46,
            shell: 0.71,
          },
          seconds: 0.74,
          exit: 0,
          stopped: 'enough',
          shellAnswered: true,
        },
      },
    },
    { spent: { connections: 2, seconds: 0.81 } },
  ),
  diagnosis: {
    verdict: 'reachable',
    signs: { 'login-ends': 'shell' },
    causes: [],
    ruledOut: [],
    next: null,
    surer: null,
    road: [
      { name: 'name', state: 'ok', says: '203.0.113.7' },
      { name: 'tcp', state: 'ok', says: 'open', seconds: 0.041 },
      { name: 'banner', state: 'ok', says: 'OpenSSH_10.0p2 Debian-7', seconds: 0.057 },
      { name: 'kex', state: 'ok', says: 'curve25519-sha256', seconds: 0.09 },
      { name: 'login', state: 'ok', says: 'key.pem accepted', seconds: 0.21 },
      { name: 'session', state: 'ok', says: 'a shell answers', seconds: 0.3 },
    ],
    notes: [],
  },
}

/** Everything a stranger could put into a banner, in every place that can hold a string. */
export const HOSTILE = [
  '\x1b]0;owned\x07\x1b[2J\x1b[31mroot#\x9b31m',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '| --- | ``` ~~~ [click](https://evil.example.com) ![x](https://evil.example.com/x.png) <https://evil.example.com>',
  '\u202eexe.gnp\u2066\u200b\ufeff\n\r\n# heading\n---\n- item',
  '"><svg/onload=alert(1)> \' " & &lt; \u0000 \ud800 \u{e0041}',
  'see https://evil.example.com www.evil.example.com a@evil.example.com @octocat #1 password=hunter2',
] as const

const evil = HOSTILE.join(' ')

export const hostile: Sample = {
  case_: caseOf(
    {
      contact: {
        at: at(1),
        seen: 'network',
        via: evil,
        value: { contacts: [silent({ address: evil, preBanner: [...HOSTILE], identification: evil })] },
      },
      'second-service': { at: evil, seen: 'network', via: 'here', missing: { why: 'absent', says: evil } },
    },
    { target: { destination: evil, host: evil, port: 22, user: evil, ssh: ['-o', evil] }, interrupted: true },
  ),
  diagnosis: {
    verdict: 'unknown',
    signs: { [evil]: evil },
    causes: [
      {
        id: evil,
        title: evil,
        stage: 'port',
        probability: 0.5,
        because: [{ sign: evil, value: evil, bits: 3, says: evil }],
        becauseOf: [{ id: evil, title: evil, says: evil }],
      },
    ],
    ruledOut: [{ id: evil, title: evil, says: evil }],
    next: { kind: 'test', says: evil, command: evil, between: [evil] },
    surer: { kind: 'do', says: evil, command: evil },
    road: [{ name: evil, state: 'fail', says: evil, seconds: 1 }],
    notes: [evil],
  },
}

export const SAMPLES: Readonly<Record<string, Sample>> = { hostStarved, maxstartups, reachable, hostile }
