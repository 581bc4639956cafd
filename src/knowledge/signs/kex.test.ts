import { HOST, contact, goodLogin, greeted, loginTo, pasted, sheet, stepsTo } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { hostKey, kex, kexContact, kexinitSize, pace, smallReply, splitIdentification } from './kex.ts'

const left = greeted({ kexinitAt: undefined, end: { how: 'out-of-time', at: 2.6 } })
const at = (how: 'fin' | 'reset') => greeted({ kexinitAt: undefined, end: { how, at: 0.07 } })
const seen = (one: typeof left) => sheet({ contact: { contacts: [one] } })

readings(kexContact, [
  ['nothing asked', {}, '-'],
  ['the port is silent', seen(contact()), '-'],
  ['it begins', seen(greeted()), 'kexinit'],
  ['nothing comes: its KEXINIT is too large for the path (4.3 #32)', seen(left), 'silent'],
  ['it hangs up (4.3 #33)', seen(at('fin')), 'closed'],
  ['it is reset: a filter, or a crash', seen(at('reset')), 'reset'],
  [
    'a contact that never spoke tells nothing',
    seen(greeted({ spokeAt: undefined, kexinitAt: undefined, end: { how: 'enough', at: 0.05 } })),
    '-',
  ],
  [
    'the login got it though our contact did not',
    sheet({ login: goodLogin(), contact: { contacts: [left] } }),
    'kexinit',
  ],
  [
    'the login waited in vain',
    sheet({ login: loginTo('identification', { stopped: 'stalled', seconds: 8.1, exit: null }) }),
    'silent',
  ],
])

const reply = (over: object) =>
  sheet({ 'contact-not-ssh': { contacts: [greeted({ kexinitAt: undefined, lastByteAt: 0.05, ...over })] } })
readings(smallReply, [
  ['not asked', {}, '-'],
  ['"Invalid SSH identification string."', reply({ lastByteAt: 0.09, end: { how: 'fin', at: 0.09 } }), 'answers'],
  ['hangs up without a word', reply({ end: { how: 'fin', at: 0.07 } }), 'closed'],
  ['nothing', reply({ end: { how: 'out-of-time', at: 2.6 } }), 'silent'],
  ['it did not even greet', sheet({ 'contact-not-ssh': { contacts: [contact()] } }), '-'],
])

readings(splitIdentification, [
  ['not asked', {}, '-'],
  ['byte by byte it gets through', sheet({ 'contact-split': { contacts: [greeted()] } }), 'kexinit'],
  ['it does not', sheet({ 'contact-split': { contacts: [left] } }), 'same'],
])

const ended = greeted({ end: { how: 'fin', at: 0.2 } })
const lost = greeted({ end: { how: 'out-of-time', at: 2.6 } })
readings(kexinitSize, [
  ['not asked', {}, '-'],
  ['the budget was enough for one only', sheet({ 'kexinit-size': { small: ended } }), '-'],
  ['both end at once: nothing in common', sheet({ 'kexinit-size': { small: ended, large: ended } }), 'both-answered'],
  ['only the small one is answered (4.3 #31)', sheet({ 'kexinit-size': { small: ended, large: lost } }), 'large-lost'],
  ['neither', sheet({ 'kexinit-size': { small: lost, large: lost } }), 'neither'],
])

const failed = (
  last: Parameters<typeof loginTo>[0],
  failure: 'kex-closed' | 'kex-reset' | 'no-common-algorithm' | 'host-key-changed' | 'host-key-unknown',
) => sheet({ login: loginTo(last, { log: { failure } }) })
readings(kex, [
  ['nothing asked', {}, '-'],
  ['keys agreed', sheet({ login: goodLogin() }), 'agrees'],
  ['no common algorithm (4.3 #30)', failed('kexinit', 'no-common-algorithm'), 'no-common'],
  [
    'stalls behind KEXINIT (4.3 #31)',
    sheet({ login: loginTo('kexinit', { stopped: 'stalled', seconds: 8.2, exit: null }) }),
    'stalls',
  ],
  ['broken off (4.3 #33)', failed('kexinit', 'kex-closed'), 'breaks'],
  ['reset', failed('kexinit', 'kex-reset'), 'breaks'],
  ['a host key nobody knows is checked behind the exchange', failed('kex-reply', 'host-key-unknown'), 'agrees'],
  [
    'ended by us while it was young',
    sheet({ login: loginTo('kexinit', { stopped: 'enough', seconds: 0.4, exit: null }) }),
    '-',
  ],
  [
    'pasted: unable to negotiate',
    sheet({
      'client-text': pasted(
        `Unable to negotiate with ${HOST} port 22: no matching cipher found. Their offer: aes128-cbc`,
      ),
    }),
    'no-common',
  ],
  [
    'pasted: permission denied comes behind it',
    sheet({ 'client-text': pasted(`ubuntu@${HOST}: Permission denied (publickey).`) }),
    'agrees',
  ],
  [
    'pasted: banner timeout comes before it',
    sheet({ 'client-text': pasted('Connection timed out during banner exchange') }),
    '-',
  ],
])

readings(hostKey, [
  ['nothing asked', {}, '-'],
  ['known', sheet({ login: goodLogin() }), 'accepted'],
  ['changed (4.3 #35)', failed('kex-reply', 'host-key-changed'), 'changed'],
  ['unknown', failed('kex-reply', 'host-key-unknown'), 'unknown'],
  [
    'unknown, and what lies behind works',
    sheet({
      login: loginTo('kex-reply', { log: { failure: 'host-key-unknown' } }),
      'login-beyond-host-key': goodLogin(),
    }),
    'unknown',
  ],
  ['the exchange never came so far', failed('kexinit', 'kex-closed'), '-'],
  [
    'pasted: the box',
    sheet({
      'client-text': pasted(
        '@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @',
        'Host key for x has changed and you have requested strict checking.',
        'Host key verification failed.',
      ),
    }),
    'changed',
  ],
  ['pasted: only its last line', sheet({ 'client-text': pasted('Host key verification failed.') }), 'unknown'],
])

const paced = (late: Record<string, number>) =>
  sheet({ login: loginTo('newkeys', { stepAt: { ...stepsTo('newkeys'), ...late } }) })
readings(pace, [
  ['nothing asked', {}, '-'],
  ['quick', sheet({ login: goodLogin() }), 'quick'],
  ['a slow identification and quick keys', paced({ identification: 3, kexinit: 3.01, newkeys: 3.1 }), 'slow-banner'],
  ['a quick identification and slow keys', paced({ newkeys: 3 }), 'slow-kex'],
  ['both slow: the host has no CPU', paced({ identification: 3, newkeys: 6 }), 'slow-throughout'],
  [
    'broken off at once has no pace',
    sheet({ login: loginTo('identification', { log: { failure: 'kex-closed' } }) }),
    '-',
  ],
])

const echo = contact({ identification: 'SSH-2.0-sshmedic_1', spokeAt: 5.4, identificationAt: 5.41 })
readings(kex, [
  [
    'cut off by us after two seconds of nothing',
    sheet({ login: loginTo('kexinit', { stopped: 'enough', seconds: 2.8, exit: null }) }),
    'stalls',
  ],
  [
    'an echo agrees to everything and says nothing',
    sheet({ login: loginTo('kexinit', { stopped: 'stalled', seconds: 6 }), contact: { contacts: [echo] } }),
    'garbled',
  ],
])
readings(kexContact, [['an echo', sheet({ login: loginTo('kexinit'), contact: { contacts: [echo] } }), '-']])

readings(kex, [
  [
    'ssh is reset upon its own KEXINIT, where our small words get an answer',
    sheet({ login: loginTo('identification', { log: { failure: 'kex-reset' } }), contact: { contacts: [greeted()] } }),
    'breaks',
  ],
])
