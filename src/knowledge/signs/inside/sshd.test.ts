import { goodLogin, serverLog, sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import { acceptQueue } from './listener.ts'
import { hostKeys, logDaemon, logOfOurs, privsepDirectory, sshdPrograms } from './sshd.ts'

readings(acceptQueue, [
  ['nothing asked', {}, '-'],
  ['nobody waits', sheet({ 'accept-queue': { waiting: 0, backlog: 128 } }), 'empty'],
  ['one waits', sheet({ 'accept-queue': { waiting: 1, backlog: 128 } }), 'waiting'],
])

const key = (state: 'usable' | 'missing' | 'too-open') => ({ path: '/etc/ssh/ssh_host_rsa_key', state })
readings(hostKeys, [
  ['nothing asked', {}, '-'],
  ['one of two is enough', sheet({ 'host-keys': { keys: [key('usable'), key('missing')], usable: 1 } }), 'usable'],
  ['not one', sheet({ 'host-keys': { keys: [key('too-open')], usable: 0 } }), 'none'],
])

const privsep = (state: 'fine' | 'missing' | 'wrong-owner-or-mode') =>
  sheet({ 'privsep-directory': { path: '/run/sshd', state } })
const underSocket = (active: string) => ({
  ...privsep('missing'),
  ...sheet({
    'sshd-unit': {
      units: [{ name: 'ssh.service', active, sub: 'dead' }],
      socket: { name: 'ssh.socket', active: true, accept: false, listens: ['[::]:22 (Stream)'], ports: [22] },
    },
  }),
})
readings(privsepDirectory, [
  ['nothing asked', {}, '-'],
  ['there', privsep('fine'), 'fine'],
  ['gone', privsep('missing'), 'missing'],
  ['open to others', privsep('wrong-owner-or-mode'), 'wrong-owner-or-mode'],
  ['gone, under a socket unit at which nobody has knocked', underSocket('inactive'), '-'],
  ['gone, and the unit that would make it failed', underSocket('failed'), 'missing'],
])

const programs = (sshd: 'fine' | 'missing', session: 'fine' | 'missing', listenerReplaced?: boolean) =>
  sheet({
    'sshd-programs': {
      programs: [
        { path: '/usr/sbin/sshd', state: sshd },
        { path: '/usr/lib/openssh/sshd-session', state: session },
      ],
      ...(listenerReplaced === undefined ? {} : { listenerReplaced }),
    },
  })
readings(sshdPrograms, [
  ['nothing asked', {}, '-'],
  ['all there, and the running one is the one on disk', programs('fine', 'fine', false), 'fine'],
  ['the running one is older', programs('fine', 'fine', true), 'replaced'],
  ['an upgrade explains what the old one cannot start', programs('fine', 'missing', true), 'replaced'],
  ['sshd itself is gone', programs('missing', 'fine', true), 'missing'],
  ['its helper is gone', programs('fine', 'missing', false), 'missing'],
  ['nobody may look at the running one', programs('fine', 'fine'), '-'],
])

readings(logDaemon, [
  ['nothing asked', {}, '-'],
  ['it reads', sheet({ 'log-daemon': { state: 'answers', name: 'systemd-journal' } }), 'answers'],
  ['it is gone', sheet({ 'log-daemon': { state: 'not-running' } }), 'not-running'],
  ['nobody can tell', sheet({ 'log-daemon': { state: 'unknown' } }), '-'],
  ['an sshd is stuck in a write to it', sheet({ 'log-daemon': { state: 'unknown', stuck: 1 } }), 'hangs'],
])

const ours = (...toldOfUs: NonNullable<ReturnType<typeof serverLog>['toldOfUs']>) => ({
  'server-log': serverLog({ toldOfUs, source: 'journal' }),
})
readings(logOfOurs, [
  ['nothing asked', {}, '-'],
  ['read before our login was over', sheet(ours()), '-'],
  ['no line about our login', sheet({ ...ours(), login: goodLogin() }), 'none'],
  ['a line about our login', sheet({ ...ours('key-file-unsafe'), login: goodLogin() }), 'strict-modes-refuses'],
  ['the last one counts', sheet(ours('key-refused', 'user-excluded')), 'user-not-allowed'],
  ['an account that ended', sheet(ours('account-expired')), 'account-expired'],
  [
    'to PAM a lock by the manual is an expiry',
    sheet({
      ...ours('account-expired'),
      account: { name: 'alice', exists: true, locked: true, expired: 'account', expiredOn: '1970-01-02' },
    }),
    'account-locked',
  ],
])
