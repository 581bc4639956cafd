import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { scanPreamble } from '../../openssh/identification.ts'
import type { Contact } from '../../core/types.ts'
import { HOST6, contact, goodLogin, greeted, heard, loginTo, pasted, sheet, shut } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { firstContact, firstContactOf } from './banner.ts'

/** Bytes as they came, read as the probe reads them. */
function wire(bytes: string, end: Contact['end'], over: Partial<Contact> = {}): Contact {
  const seen = scanPreamble(Buffer.from(bytes, 'latin1'))
  return heard(bytes, end, {
    preBannerCount: seen.lineCount,
    preBanner: seen.lines.slice(0, 5).map((line) => line.text),
    ...(seen.identification === undefined
      ? {}
      : { identification: seen.identification, identificationAt: over.firstByteAt ?? 0.06 }),
    ...over,
  })
}

const fin = { how: 'fin', at: 0.07 } as const
const rst = { how: 'reset', at: 0.07 } as const
/** We keep silent for 5.4 s and then speak. */
const spoken = { spokeAt: 5.43, firstByteAt: 5.47, lastByteAt: 5.47 }
const waited = { how: 'out-of-time', at: 6.33 } as const
const answered = { how: 'fin', at: 5.48 } as const

/** Every picture of causes.md 3.1 and openssh.md 4.2, as a silent listener meets it. */
const WIRE: readonly (readonly [seen: string, contact: Contact, reads: string | undefined])[] = [
  ['an echo gives our own name back', wire('SSH-2.0-sshmedic_1\r\n', waited, spoken), 'other-protocol'],
  ['3.1 nothing listens, 4.2 #2', shut('refused', 0.03), undefined],
  ['3.1 accept queue full, 4.2 #1', shut('timeout', 4.4), undefined],
  ['4.2 #3 rejected by ICMP', shut('host-unreachable', 0.03), undefined],
  ['4.2 #4 no route', shut('net-unreachable', 0), undefined],
  ['4.2 #6 reset while it opens', shut('reset', 0.03), undefined],
  ['3.1 immediate reset after accept, 4.2 #6', contact({ end: { how: 'reset', at: 0.031 } }), 'reset'],
  ['3.1 reset after 300 ms', contact({ end: { how: 'reset', at: 0.33 } }), 'reset'],
  ['3.1 accept, close at once, 4.2 #14 #15 #16 #17', contact({ end: { how: 'fin', at: 0.045 } }), 'closed'],
  ['3.1 accept, read what the client says, close', contact({ spokeAt: 5.43, end: answered }), 'other-protocol'],
  ['3.1 MaxStartups full, 4.2 #9, 8.2 to 9.7, FIN', wire('Exceeded MaxStartups\r\n', fin), 'notice-exceeded'],
  ['4.2 #9, the same with a RST behind', wire('Exceeded MaxStartups\r\n', rst), 'notice-exceeded'],
  ['4.2 #9 from 9.8 on, and #10 penalties', wire('Not allowed at this time\r\n', fin), 'notice-not-allowed'],
  ['4.2 #10 with a RST behind', wire('Not allowed at this time\r\n', rst), 'notice-not-allowed'],
  ['4.2 #9 up to 8.1: no text', contact({ end: { how: 'fin', at: 0.0312 } }), 'closed'],
  ['4.2 #11 fork refused', contact({ end: { how: 'reset', at: 0.0312 } }), 'reset'],
  ['4.2 #12 libwrap: five seconds, then FIN', contact({ end: { how: 'fin', at: 5.045 } }), 'closed-after-5s'],
  ['4.2 #12 libwrap: five seconds, then RST', contact({ end: { how: 'reset', at: 5.045 } }), 'closed-after-5s'],
  [
    '4.2 #13 libwrap waits 4 s for a resolver',
    greeted({ firstByteAt: 4.04, identificationAt: 4.04, kexinitAt: 4.1 }),
    'late-banner',
  ],
  ['3.1 sshd stopped, 4.2 #7', contact({ spokeAt: 5.43, end: waited }), 'silent'],
  ['4.2 #8 a silent service that is no SSH', contact({ end: waited }), 'silent'],
  // endlessh.c: the first line comes after a delay as well, ten seconds by default.
  [
    '3.1 a tarpit that has sent one line',
    wire('J(kD;x\r\n', { how: 'out-of-time', at: 10.4 }, { firstByteAt: 10.03, lastByteAt: 10.03 }),
    'endless-lines',
  ],
  ['one greeting at once, and then it is our turn: rsync', wire('@RSYNCD: 31.0 sha512\n', waited), 'other-protocol'],
  ['the same without the end of a line: Subversion', wire('( success ( 2 2 ( ) ) ) ', waited), 'other-protocol'],
  ['lines that go on', wire('J(kD;x\r\nab\r\n', waited, { lastByteAt: 5.9 }), 'endless-lines'],
  ['3.1 a tarpit of many lines', wire('abc\r\n'.repeat(40), { how: 'enough', at: 2 }), 'endless-lines'],
  ['4.2 #8 over 1024 lines', wire('x\r\n'.repeat(1100), { how: 'enough', at: 0.3 }), 'endless-lines'],
  [
    'a line without end at a gigabyte a second',
    contact({ byteCount: 1 << 26, preBannerCount: 0, preBanner: ['AAAA'], end: { how: 'enough', at: 0.4 } }),
    'endless-lines',
  ],
  [
    'one byte a second, never a line',
    contact({
      byteCount: 5,
      preBannerCount: 0,
      preBanner: ['abcde'],
      firstByteAt: 1,
      lastByteAt: 5,
      end: { how: 'out-of-time', at: 5.4 },
    }),
    'dripping',
  ],
  [
    '3.1 HTTP, 4.2 #18, once spoken to',
    wire('HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n', answered, spoken),
    'other-protocol',
  ],
  [
    '3.1 TLS alert once spoken to',
    contact({
      byteCount: 7,
      preBannerCount: 0,
      preBanner: ['\\x15\\x03\\x01\\x00\\x02\\x02F'],
      ...spoken,
      end: answered,
    }),
    'other-protocol',
  ],
  [
    '4.2 #19 MySQL greets with a binary packet',
    contact({
      byteCount: 78,
      firstByteAt: 0.05,
      lastByteAt: 0.05,
      preBannerCount: 0,
      preBanner: ['J\\x00\\x00\\x00\\x0a8.0.36'],
      end: waited,
    }),
    'other-protocol',
  ],
  ['SMTP greets', wire('220 mail.example.org ESMTP Postfix\r\n', waited), 'other-protocol'],
  ['FTP greets', wire('220-Welcome\r\n220 ready\r\n', waited), 'other-protocol'],
  ['POP3 greets', wire('+OK Dovecot ready.\r\n', waited), 'other-protocol'],
  ['IMAP greets', wire('* OK [CAPABILITY IMAP4rev1] ready.\r\n', waited), 'other-protocol'],
  ['VNC greets', wire('RFB 003.008\n', waited), 'other-protocol'],
  ['Redis answers', wire("-ERR unknown command 'SSH-2.0-x'\r\n", waited, spoken), 'other-protocol'],
  ['a line nobody knows, and the end', wire('Go away.\r\n', fin), 'notice-other'],
  [
    '3.1 identification, then silence',
    greeted({ kexinitAt: undefined, end: { how: 'out-of-time', at: 2.6 } }),
    'banner',
  ],
  ['3.1 identification, then RST', greeted({ kexinitAt: undefined, end: { how: 'reset', at: 0.07 } }), 'banner'],
  ['3.1 identification, then FIN', greeted({ kexinitAt: undefined, end: { how: 'fin', at: 0.07 } }), 'banner'],
  [
    'RFC 4253 4.2: lines in front of the identification',
    wire('Authorised use only\r\nSSH-2.0-OpenSSH_9.2p1\r\n', { how: 'enough', at: 0.1 }),
    'banner',
  ],
  [
    'a notice in front of an identification',
    wire('Exceeded MaxStartups\r\nSSH-2.0-OpenSSH_9.2p1\r\n', { how: 'enough', at: 0.1 }),
    'banner',
  ],
  ['a second and a half after the handshake', greeted({ identificationAt: 1.55 }), 'late-banner'],
  ['half a second after the handshake', greeted({ identificationAt: 0.55 }), 'banner'],
  [
    'far away, all the same at once',
    greeted({ connect: { outcome: 'open', seconds: 2.9 }, identificationAt: 3.2 }),
    'banner',
  ],
]

describe('firstContactOf', () => {
  for (const [seen, one, reads] of WIRE)
    test(`${seen}: ${reads ?? 'nothing, it never opened'}`, () => assert.equal(firstContactOf(one), reads))

  test('a listening that was cut off hears no silence', () => {
    // ^C, or the medic's own end, 0.3 s into the 5.4 s of listening (dial.ts onAbort).
    assert.equal(firstContactOf(contact({ end: { how: 'out-of-time', at: 0.33 } })), undefined)
  })
})

readings(firstContact, [
  ['nothing asked', {}, '-'],
  [
    'one that gets through and one that is turned away: the refusal tells',
    sheet({
      contact: { contacts: [greeted()] },
      'contact-again': { contacts: [greeted(), wire('Exceeded MaxStartups\r\n', fin)] },
    }),
    'notice-exceeded',
  ],
  [
    'a notice tells more than a silence',
    sheet({
      contact: { contacts: [contact()] },
      'contact-again': { contacts: [wire('Not allowed at this time\r\n', fin)] },
    }),
    'notice-not-allowed',
  ],
  [
    'the broken family has its own sign',
    sheet({ contact: { contacts: [shut('timeout', 4.4, { family: 6, address: HOST6 }), greeted()] } }),
    'banner',
  ],
  ['only the login was asked and it works', sheet({ login: goodLogin() }), 'banner'],
  [
    'the login waited 3 s for the identification',
    sheet({
      login: loginTo('newkeys', {
        stepAt: { start: 0, connect: 0.01, connected: 0.04, identification: 3.1, newkeys: 3.3 },
      }),
    }),
    'late-banner',
  ],
  [
    'the login heard nothing for 5 s and was ended',
    sheet({ login: loginTo('connected', { stopped: 'enough', seconds: 5.2, exit: null }) }),
    'silent',
  ],
  [
    'the login was ended before it could hear',
    sheet({ login: loginTo('connected', { stopped: 'enough', seconds: 0.4, exit: null }) }),
    '-',
  ],
  [
    'HTTP, of which a silent listener hears nothing',
    sheet({ contact: { contacts: [contact()] }, login: loginTo('connected', { log: { failure: 'banner-garbage' } }) }),
    'other-protocol',
  ],
  [
    'pasted: banner timeout',
    sheet({ 'client-text': pasted('Connection timed out during banner exchange') }),
    'silent|endless-lines|dripping|late-banner',
  ],
  [
    'pasted: Permission denied',
    sheet({ 'client-text': pasted('me@203.0.113.7: Permission denied (publickey).') }),
    'banner',
  ],
  [
    'pasted: refused',
    sheet({ 'client-text': pasted('ssh: connect to host 203.0.113.7 port 22: Connection refused') }),
    '-',
  ],
  [
    'pasted: invalid characters (#19)',
    sheet({
      'client-text': pasted(
        'kex_exchange_identification: banner line contains invalid characters',
        'banner exchange: Connection to 203.0.113.7 port 22: invalid format',
      ),
    }),
    'other-protocol',
  ],
  [
    'pasted: 1024 lines (#8)',
    sheet({
      'client-text': pasted('kex_exchange_identification: No SSH version received in first 1024 lines from server'),
    }),
    'endless-lines',
  ],
])

describe('a bare end leaves open what a silent listener would hear', () => {
  const of = (...lines: string[]) => [firstContact.read(sheet({ 'client-text': pasted(...lines) }))].flat()
  for (const lines of [
    ['kex_exchange_identification: read: Connection reset by peer', 'Connection reset by 203.0.113.7 port 22'],
    ['kex_exchange_identification: Connection closed by remote host', 'Connection closed by 203.0.113.7 port 22'],
    ['ssh_exchange_identification: Connection closed by remote host'],
    ['Connection closed by 203.0.113.7 port 22'],
  ]) {
    test(lines[0]!, () => {
      const read = of(...lines)
      for (const value of ['notice-exceeded', 'notice-not-allowed', 'closed', 'reset', 'closed-after-5s'])
        assert.ok(read.includes(value as never), `${value} is not in ${read.join('|')}`)
      // A banner timeout is another sentence; what is silent cannot have closed.
      assert.ok(!read.includes('silent'))
    })
  }

  test('with -v the lines in front would show: no notice is then an answer', () => {
    const read = of(
      'debug1: OpenSSH_9.2p1 Debian-2',
      'debug1: Connecting to 203.0.113.7 [203.0.113.7] port 22.',
      'debug1: Connection established.',
      'debug1: Local version string SSH-2.0-OpenSSH_9.2p1',
      'kex_exchange_identification: Connection closed by remote host',
    )
    assert.ok(!read.includes('notice-exceeded') && read.includes('closed'), read.join('|'))
  })

  test('with -v and the notice in it: the notice', () => {
    const head = [
      'debug1: OpenSSH_9.2p1 Debian-2',
      'debug1: Connection established.',
      'debug1: Local version string SSH-2.0-OpenSSH_9.2p1',
    ]
    const tail = ['kex_exchange_identification: Connection closed by remote host']
    assert.deepEqual(of(...head, 'debug1: kex_exchange_identification: banner line 0: Exceeded MaxStartups', ...tail), [
      'notice-exceeded',
    ])
    assert.deepEqual(
      of(...head, 'debug1: kex_exchange_identification: banner line 0: Not allowed at this time', ...tail),
      ['notice-not-allowed'],
    )
  })
})
