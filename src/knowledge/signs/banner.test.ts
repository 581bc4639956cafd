import type { Facts } from '../../core/types.ts'
import {
  HOST,
  atHome,
  config,
  contact,
  goodLogin,
  greeted,
  heard,
  loginTo,
  sheet,
  shut,
} from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { turnedAway } from './turned-away.ts'
import { closeDelay, otherSshPort, ownConnections, secondService, tries } from './banner.ts'

const seen = (...contacts: Facts['contact']['contacts']) => sheet({ contact: { contacts } })
const notice = heard('Exceeded MaxStartups\n', { how: 'fin', at: 0.06 })
/** Closed so long after a handshake that took so long itself: a millisecond is a neighbour, thirty are another continent. */
const closedAfter = (seconds: number, handshake = 0.001) =>
  contact({ connect: { outcome: 'open', seconds: handshake }, end: { how: 'fin', at: handshake + seconds } })

readings(tries, [
  ['nothing asked', {}, '-'],
  ['a single try shows no pattern', seen(greeted()), '-'],
  ['a login and a contact, both greeted', sheet({ login: goodLogin(), contact: { contacts: [greeted()] } }), '-'],
  ['late is through', seen(greeted(), greeted({ identificationAt: 3 })), '-'],
  ['a notice and a greeting', seen(notice, greeted()), 'some-through'],
  [
    'a login that works beside a notice',
    sheet({ login: goodLogin(), 'contact-again': { contacts: [notice] } }),
    'some-through',
  ],
  ['two notices', seen(notice, notice), 'none-through'],
  [
    'silence twice',
    sheet({ contact: { contacts: [contact()] }, login: loginTo('connected', { log: { failure: 'banner-timeout' } }) }),
    'none-through',
  ],
  ['ports that never opened are no tries', seen(shut('timeout', 4), shut('timeout', 4)), '-'],
  [
    'a login through a jump is no try at the port',
    sheet({ 'ssh-config': config({ proxyJump: 'j' }), login: goodLogin(), contact: { contacts: [notice] } }),
    '-',
  ],
])

readings(closeDelay, [
  ['nothing closed', seen(greeted()), '-'],
  ['a notice is no silent close', seen(notice), '-'],
  ['within the listener', seen(closedAfter(0.0008)), 'prompt'],
  ['after a child started', seen(closedAfter(0.006)), 'prompt'],
  ['from far away', seen(closedAfter(0.31, 0.3)), 'prompt'],
  ['after a second', seen(closedAfter(1.2)), 'long'],
  ['the quickest of several tells, as load only delays', seen(closedAfter(0.9), closedAfter(0.0009)), 'prompt'],
])

const services = (...contacts: Facts['contact']['contacts']) => sheet({ 'second-service': { contacts } })
readings(secondService, [
  ['not asked', {}, '-'],
  ['nothing else is open', services(shut('refused', 0.03), shut('timeout', 2)), 'none'],
  [
    'HTTP answers',
    services(shut('refused', 0.03), heard('HTTP/1.1 400 Bad Request\n', { how: 'enough', at: 0.8 }, { port: 80 })),
    'speaks',
  ],
  [
    'TLS hangs up on what is no TLS',
    services(contact({ port: 443, spokeAt: 0.7, end: { how: 'fin', at: 0.75 } })),
    'speaks',
  ],
  [
    'open and silent even when spoken to',
    services(contact({ port: 443, spokeAt: 0.7, end: { how: 'out-of-time', at: 3.7 } })),
    'silent',
  ],
  [
    'one silent, one speaks: the host lives',
    services(contact({ port: 443 }), heard('x\n', { how: 'enough', at: 0.1 }, { port: 80 })),
    'speaks',
  ],
])

const held = (bySource: Record<string, number>) => ({ 'own-connections': { bySource, target: HOST, port: 22 } })
readings(ownConnections, [
  ['not asked', {}, '-'],
  ['none', sheet(held({})), 'none'],
  ['three', sheet(held({ '203.0.113.200': 3 })), 'few'],
  ['thirty', sheet(held({ '203.0.113.200': 30 })), 'many'],
  [
    'thirty, but from an address we do not come from now',
    sheet({ ...held({ '203.0.113.99': 30 }), route: atHome.route! }),
    'none',
  ],
])

readings(otherSshPort, [
  ['not asked', {}, '-'],
  ['none', sheet({ 'other-ssh-port': { contacts: [shut('refused', 0.03), contact({ port: 8022 })] } }), 'none'],
  ['one', sheet({ 'other-ssh-port': { contacts: [shut('refused', 0.03), greeted({ port: 2222 })] } }), 'found'],
])

const named = (identification: string) => greeted({ identification })
const cutOff = loginTo('connected', { log: { failure: 'banner-reset' } })
readings(turnedAway, [
  ['nobody was turned away', seen(greeted()), '-'],
  ['a notice', seen(notice), 'told'],
  [
    'a notice to the login as well',
    sheet({
      login: loginTo('connected', { log: { failure: 'banner-closed', preBanner: ['Not allowed at this time'] } }),
      contact: { contacts: [notice] },
    }),
    'told',
  ],
  [
    'the try that crashed it heard nothing, the next one the penalty',
    sheet({ login: cutOff, contact: { contacts: [notice] } }),
    'told-later',
  ],
  ['without a word, and no release is known', seen(closedAfter(0.001)), '-'],
  ['without a word, by a release that says so', seen(closedAfter(0.001), named('SSH-2.0-OpenSSH_9.2p1')), 'wordless'],
  ['without a word, by one that never does', seen(closedAfter(0.001), named('SSH-2.0-OpenSSH_8.0')), '-'],
  ['by a server nobody knows', seen(closedAfter(0.001), named('SSH-2.0-dropbear_2022.83')), '-'],
])
