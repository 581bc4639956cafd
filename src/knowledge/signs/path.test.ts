import type { Facts } from '../../core/types.ts'
import {
  HOST,
  HOST6,
  atHome,
  config,
  contact,
  emptyLog,
  goodLogin,
  greeted,
  loginFrom,
  loginTo,
  pasted,
  sheet,
  shut,
} from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { name } from './name.ts'
import { connect, controlPort, families, loss, otherSource, refusalBy } from './path.ts'

const seen = (...contacts: Facts['contact']['contacts']) => sheet({ contact: { contacts } })
const both = (first: Facts['contact']['contacts'], again: Facts['contact']['contacts']) =>
  sheet({ contact: { contacts: first }, 'contact-again': { contacts: again } })
const [open, timeout] = [contact(), shut('timeout', 4.4)]

readings(name, [
  ['nothing asked', {}, '-'],
  ['an address', sheet({ 'name-lookup': atHome['name-lookup']! }), 'resolves'],
  ['no such name', sheet({ 'name-lookup': { name: 'x', addresses: [], error: 'not-found', seconds: 0 } }), 'not-found'],
  [
    'nobody answers',
    sheet({ 'name-lookup': { name: 'x', addresses: [], error: 'lookup-fails', seconds: 5 } }),
    'lookup-fails',
  ],
  [
    'pasted: not known (4.2 #5)',
    sheet({ 'client-text': pasted('ssh: Could not resolve hostname x: Name or service not known') }),
    'not-found',
  ],
  [
    'pasted: temporary failure (4.2 #5)',
    sheet({ 'client-text': pasted('ssh: Could not resolve hostname x: Temporary failure in name resolution') }),
    'lookup-fails',
  ],
  [
    'pasted: nodename nor servname, as macOS says',
    sheet({ 'client-text': pasted('ssh: Could not resolve hostname x: nodename nor servname provided, or not known') }),
    'not-found',
  ],
  ['pasted: what comes later', sheet({ 'client-text': pasted('Host key verification failed.') }), 'resolves'],
  ['pasted: something else', sheet({ 'client-text': pasted('usage: ssh [-46AaCfGgKkMNnqsTtVvXxYy]') }), '-'],
])

readings(connect, [
  ['nothing asked', {}, '-'],
  ['one that opens', seen(open), 'open'],
  ['4.2 #1 nobody answers', seen(timeout), 'timeout'],
  ['4.2 #2 refused', seen(shut('refused', 0.03)), 'refused'],
  ['4.2 #3 host unreachable', seen(shut('host-unreachable', 0.03)), 'unreachable'],
  ['4.2 #3 administratively prohibited', seen(shut('not-permitted', 0.001)), 'unreachable'],
  ['4.2 #4 no route', seen(shut('net-unreachable', 0)), 'no-route'],
  ['4.2 #6 reset in the handshake: the port did answer', seen(shut('reset', 0.03)), 'open'],
  ['opened after a lost SYN', seen(contact({ connect: { outcome: 'open', seconds: 1.04 } })), 'slow-open'],
  ['opens, then no more: a limiter', both([open], [timeout, timeout]), 'stops'],
  ['opens, fails, opens', both([open], [timeout, open]), 'comes-and-goes'],
  ['fails, then opens', both([timeout], [open, open]), 'comes-and-goes'],
  [
    'IPv6 silent and IPv4 open: the main road is open',
    seen(shut('timeout', 4.4, { family: 6, address: HOST6 }), open),
    'open',
  ],
  ['only the login, which connected', sheet({ login: goodLogin() }), 'open'],
  ['only the login, refused', sheet({ login: loginTo('connect', { log: { failure: 'connect-refused' } }) }), 'refused'],
  [
    'the login opens and our own contacts do not',
    sheet({ login: goodLogin(), 'contact-again': { contacts: [timeout] } }),
    'stops',
  ],
  [
    'a login through a proxy knows nothing of the way',
    sheet({ 'ssh-config': config({ proxyCommand: 'nc %h %p' }), login: goodLogin() }),
    '-',
  ],
  [
    'pasted: timed out',
    sheet({ 'client-text': pasted(`ssh: connect to host ${HOST} port 22: Connection timed out`) }),
    'timeout',
  ],
  [
    'pasted: the same on macOS',
    sheet({ 'client-text': pasted(`ssh: connect to host ${HOST} port 22: Operation timed out`) }),
    'timeout',
  ],
  [
    'pasted: no route to host',
    sheet({ 'client-text': pasted(`ssh: connect to host ${HOST} port 22: No route to host`) }),
    'unreachable',
  ],
  [
    'pasted: banner timeout: it opened, however',
    sheet({ 'client-text': pasted('Connection timed out during banner exchange') }),
    'open|slow-open|comes-and-goes|stops',
  ],
])

readings(connect, [['a contact that was cut off 0.1 s after it asked', seen(shut('timeout', 0.1)), '-']])

readings(refusalBy, [
  ['nothing asked', {}, '-'],
  ['it opens', seen(open), '-'],
  ['refused, no ICMP came', seen(shut('refused', 0.03, { icmpUnreachable: 0 })), 'reset'],
  ['refused, and an ICMP message came', seen(shut('refused', 0.03, { icmpUnreachable: 1 })), 'icmp-refused'],
  ['refused, on a kernel that does not tell', seen(shut('refused', 0.03)), '-'],
  ['unreachable within a round trip', seen(shut('host-unreachable', 0.03)), 'icmp-at-once'],
  ['unreachable after three ARP tries', seen(shut('host-unreachable', 3.06)), 'neighbour-silent'],
  [
    'unreachable at once, but the neighbour table says failed',
    sheet({
      contact: { contacts: [shut('host-unreachable', 0.03)] },
      route: { ...atHome.route!, neighbour: 'failed' },
    }),
    'neighbour-silent',
  ],
])

const six = (over: object = {}) => greeted({ family: 6, address: HOST6, ...over })
readings(families, [
  ['one family only', seen(greeted()), '-'],
  ['both open', seen(greeted(), six()), 'same'],
  ['both shut', seen(timeout, shut('timeout', 4.4, { family: 6 })), 'same'],
  ['IPv6 does not answer', seen(greeted(), shut('timeout', 4.4, { family: 6 })), 'ipv6-fails'],
  ['IPv4 does not answer', seen(timeout, six()), 'ipv4-fails'],
])

readings(loss, [
  ['a kernel that does not tell', seen(open), '-'],
  ['nothing sent again', seen(contact({ retransmits: 0 }), contact({ retransmits: 0 })), 'none'],
  ['one segment is the weather', both([contact({ retransmits: 1 })], [contact({ retransmits: 0 })]), 'none'],
  ['two are a lossy road', both([contact({ retransmits: 1 })], [contact({ retransmits: 1 })]), 'some'],
  ['a port that never opens sends again by itself', seen(shut('timeout', 4.4, { retransmits: 2 })), '-'],
  ['the login sent again', sheet({ login: goodLogin({ retransmits: 3 }) }), 'some'],
  ['the login never connected', sheet({ login: loginTo('connect', { retransmits: 3 }) }), '-'],
])

const ports = (...outcomes: Facts['contact']['contacts'][number]['connect']['outcome'][]) =>
  sheet({
    'control-port': {
      contacts: outcomes.map((outcome) => (outcome === 'open' ? contact({ port: 65001 }) : shut(outcome, 0.03))),
    },
  })
readings(controlPort, [
  ['nothing asked', {}, '-'],
  ['the host refuses', ports('refused', 'refused'), 'refused'],
  ['a firewall drops', ports('timeout', 'timeout'), 'silent'],
  ['one dropped and one refused: the host is up', ports('timeout', 'refused'), 'refused'],
  ['both open: something on this side answers for everybody', ports('open', 'open'), 'open'],
  ['one open by chance, one refused: an honest host', ports('open', 'refused'), 'refused'],
  ['ICMP', ports('host-unreachable', 'host-unreachable'), 'rejected'],
])

readings(otherSource, [
  ['no second address', {}, '-'],
  [
    'greeted from there',
    sheet({ 'contact-other-source': { contacts: [greeted({ source: '203.0.113.201' })] } }),
    'better',
  ],
  [
    'turned away from there too',
    sheet({ 'contact-other-source': { contacts: [contact({ end: { how: 'fin', at: 0.04 } })] } }),
    'same',
  ],
])

const bannerTimeout = [
  'debug1: Connecting to 203.0.113.7 [203.0.113.7] port 22.',
  'debug1: Connection established.',
  'Connection timed out during banner exchange',
]
readings(connect, [
  ['ssh -v that connects and hears nothing', sheet({ login: loginFrom(bannerTimeout.join('\n')) }), 'open'],
  ['an empty log', sheet({ 'client-text': emptyLog() }), '-'],
])

const own = { address: HOST, says: 'this machine has no route' }
const four = contact({ connect: { outcome: 'open', seconds: 0.001 } })
const overSix = (outcome: 'refused' | 'timeout', seconds: number) =>
  shut(outcome, seconds, { address: HOST6, family: 6 })
readings(connect, [
  [
    'its own table refuses',
    sheet({ route: own, contact: { contacts: [shut('host-unreachable', 0.0002)] } }),
    'no-route',
  ],
  [
    'the family ssh left at once is not held against the one it came in by',
    sheet({
      login: goodLogin({ log: emptyLog({ reached: 'session', address: HOST }) }),
      'contact-again': { contacts: [overSix('refused', 0.001), overSix('refused', 0.001)] },
    }),
    'open',
  ],
])
readings(refusalBy, [
  ['its own table refuses', sheet({ route: own, contact: { contacts: [shut('host-unreachable', 0.0002)] } }), '-'],
])
readings(families, [
  ['IPv6 refuses at once: nobody waits for it', seen(overSix('refused', 0.001), four), '-'],
  ['IPv6 is waited for', seen(overSix('timeout', 4.4), four), 'ipv6-fails'],
])
readings(name, [
  [
    'a jump host cannot find the name',
    sheet({
      'client-text': pasted(
        'channel 0: open failed: connect failed: Name or service not known',
        'stdio forwarding failed',
      ),
    }),
    'not-found',
  ],
])

const closed = (icmpUnreachable: number) => shut('refused', 0.001, { port: 65001, icmpUnreachable })
readings(controlPort, [
  ['refused by the host itself', sheet({ 'control-port': { contacts: [closed(0), closed(0)] } }), 'refused'],
  [
    'by a firewall with a message for each',
    sheet({ 'control-port': { contacts: [closed(1), closed(2)] } }),
    'rejected',
  ],
  [
    'one message may have been about another connection',
    sheet({ 'control-port': { contacts: [closed(1), closed(1)] } }),
    'refused',
  ],
])

const way = { address: HOST, source: '203.0.113.200', device: 'eth0', says: 'via eth0' }
readings(connect, [
  [
    'somebody on the way knows no route',
    sheet({ route: way, contact: { contacts: [shut('net-unreachable', 0.02)] } }),
    'unreachable',
  ],
  [
    'one address of two is dead, and ssh came in by the other',
    sheet({
      login: goodLogin({ log: emptyLog({ reached: 'session', address: HOST }) }),
      contact: { contacts: [shut('host-unreachable', 3, { address: '192.0.2.99' }), contact()] },
    }),
    'open',
  ],
])
