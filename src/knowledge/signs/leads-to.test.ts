import { emptyLog, pasted, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import type { Facts } from '../../core/types.ts'
import { leadsTo } from './leads-to.ts'

const found = (name: string, addresses: Facts['name-lookup']['addresses'], over: Partial<Facts['name-lookup']> = {}) =>
  sheet({ 'name-lookup': { name, addresses, seconds: 0, ...over } })
const v4 = (address: string, own?: true) => ({ address, family: 4 as const, ...(own ? { own } : {}) })

readings(leadsTo, [
  ['nothing asked', {}, '-'],
  ['a name and its address', found('web7.example.org', [v4('203.0.113.7')]), 'elsewhere'],
  ['a name that /etc/hosts gives 127.0.1.1', found('web7.example.org', [v4('127.0.1.1', true)]), 'self'],
  ['the same in a case of an older release', found('web7.example.org', [v4('127.0.1.1')]), 'self'],
  ['a name that a filter gives 0.0.0.0', found('web7.example.org', [v4('0.0.0.0', true)]), 'self'],
  ['a name that leads to an interface of ours', found('web7.example.org', [v4('203.0.113.200', true)]), 'self'],
  ['one of several', found('web7.example.org', [v4('203.0.113.7'), v4('127.0.1.1', true)]), 'elsewhere'],
  ['localhost is meant', found('localhost', [v4('127.0.0.1', true)]), '-'],
  ['so is a name below it', found('web.localhost', [v4('127.0.0.1', true)]), '-'],
  ['an address of loopback is meant', found('127.0.0.1', [v4('127.0.0.1', true)]), '-'],
  ['an address of ours that is typed is meant', found('203.0.113.200', [v4('203.0.113.200', true)]), '-'],
  ['0.0.0.0 is nobody, even when typed', found('0.0.0.0', [v4('0.0.0.0', true)]), 'self'],
  ['the name of this machine is meant', found('laptop', [v4('127.0.1.1', true)], { ownName: true }), '-'],
  ['a name without an address', found('web7.example.org', [], { error: 'not-found' }), '-'],
  [
    'pasted: ssh -v shows the address',
    sheet({ 'client-text': pasted('debug1: Connecting to web7.example.org [127.0.1.1] port 22.') }),
    'self',
  ],
  [
    'pasted: the login went on',
    sheet({ 'client-text': pasted('Authenticated to web7.example.org ([127.0.0.1]:22) using "publickey".') }),
    'self',
  ],
  [
    'pasted: another machine',
    sheet({ 'client-text': pasted('debug1: Connecting to web7.example.org [203.0.113.7] port 22.') }),
    'elsewhere',
  ],
  [
    'pasted: localhost is meant',
    sheet({ 'client-text': pasted('debug1: Connecting to localhost [127.0.0.1] port 2222.') }),
    '-',
  ],
  [
    'pasted: an address alone',
    sheet({ 'client-text': pasted('debug1: Connecting to 127.0.0.1 [127.0.0.1] port 2222.') }),
    '-',
  ],
  [
    'pasted: 0.0.0.0 was typed',
    sheet({ 'client-text': pasted('ssh: connect to host 0.0.0.0 port 22: Connection refused') }),
    'self',
  ],
  ['pasted: an address without a name', sheet({ 'client-text': emptyLog({ address: '127.0.0.1' }) }), '-'],
])
