import type { Facts, KeyFile } from '../../core/types.ts'
import {
  HOST,
  atHome,
  config,
  contact,
  emptyLog,
  goodLogin,
  greeted,
  loginTo,
  pasted,
  sheet,
  shut,
} from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { addressKind, controlSocket, keyFiles, proxy, sshConfig } from './client.ts'
import { managementAgent, workloads } from './told.ts'

readings(sshConfig, [
  ['nothing asked', {}, '-'],
  ['it is read', sheet({ 'ssh-config': config() }), 'usable'],
  ['it is refused', sheet({ 'ssh-config': { ok: false, error: 'line 2: Bad configuration option: foo' } }), 'unusable'],
  [
    'pasted',
    sheet({
      'client-text': pasted(
        '/home/me/.ssh/config: line 2: Bad configuration option: foo',
        '/home/me/.ssh/config: terminating, 1 bad configuration options',
      ),
    }),
    'unusable',
  ],
  [
    'pasted: permissions',
    sheet({ 'client-text': pasted('Bad owner or permissions on /home/me/.ssh/config') }),
    'unusable',
  ],
])

const key = (state: KeyFile['state'], named = true): KeyFile => ({ path: '/home/me/k.pem', named, state })
const keys = (agent: Facts['key-files']['agent'], ...files: KeyFile[]) => sheet({ 'key-files': { files, agent } })
readings(keyFiles, [
  ['nothing asked', {}, '-'],
  ['a good key', keys('none', key('present')), 'fine'],
  ['no key at all, and none named', keys('none', key('missing', false)), 'fine'],
  ['a named file is missing', keys('keys', key('missing')), 'missing'],
  ['a named file is too open', keys('none', key('too-open')), 'too-open'],
  ['locked, and nobody holds it open', keys('empty', key('passphrase')), 'locked'],
  ['locked, and the agent has keys', keys('keys', key('passphrase')), 'fine'],
  ['one locked, another free', keys('none', key('passphrase'), key('present', false)), 'fine'],
  [
    'pasted: the box (4.3 #47)',
    sheet({
      'client-text': pasted(
        "Permissions 0644 for '/home/me/k.pem' are too open.",
        'Load key "/home/me/k.pem": bad permissions',
        `ubuntu@${HOST}: Permission denied (publickey).`,
      ),
    }),
    'too-open',
  ],
  [
    'pasted: not accessible',
    sheet({
      'client-text': pasted(
        'Warning: Identity file /home/me/k.pem not accessible: No such file or directory.',
        `ubuntu@${HOST}: Permission denied (publickey).`,
      ),
    }),
    'missing',
  ],
])

const through = (over: Partial<Facts['ssh-config']>, more: Partial<Facts> = {}) =>
  sheet({ 'ssh-config': config(over), ...more })
const jump = { proxyJump: 'jump.example.org' }
const command = { proxyCommand: 'corkscrew p 3128 %h %p' }
const gone = (text: string[]) => loginTo('proxy', { log: { failure: 'banner-closed', proxyText: text } })
const jumpContact = (one: Facts['contact']['contacts'][number]): Partial<Facts> => ({
  'jump-contact': { host: 'jump.example.org', port: 22, contacts: [one] },
})
readings(proxy, [
  ['nothing asked', {}, '-'],
  ['no proxy', through({}, { login: goodLogin() }), 'clear'],
  ['a jump that works', through(jump, { login: goodLogin() }), 'clear'],
  [
    'the command is not there',
    through(command, { login: gone(['sh: 1: exec: corkscrew: not found']) }),
    'command-fails',
  ],
  [
    'the jump host does not answer',
    through(jump, {
      login: gone(['ssh: connect to host jump.example.org port 22: Connection timed out']),
      ...jumpContact(shut('timeout', 4.4)),
    }),
    'jump-unreachable',
  ],
  [
    'the jump host refuses the user',
    through(jump, { login: gone(['me@jump.example.org: Permission denied (publickey).']), ...jumpContact(greeted()) }),
    'jump-unreachable',
  ],
  [
    'the jump host cannot reach the target (4.1)',
    through(jump, {
      login: gone(['channel 0: open failed: connect failed: Connection refused', 'stdio forwarding failed']),
      ...jumpContact(greeted()),
    }),
    'refused-beyond',
  ],
  [
    'pasted: the jump cannot reach the target',
    sheet({
      'client-text': pasted(
        'channel 0: open failed: connect failed: Connection refused',
        'stdio forwarding failed',
        'kex_exchange_identification: Connection closed by remote host',
        'Connection closed by UNKNOWN port 65535',
      ),
    }),
    'refused-beyond',
  ],
])

const socket = (value: Partial<Facts['control-socket']>) =>
  sheet({ 'control-socket': { path: '/home/me/cm', exists: true, ...value } })
readings(controlSocket, [
  ['nothing asked', {}, '-'],
  ['none there', socket({ exists: false }), '-'],
  ['alive, and a session answers', socket({ check: 'alive', session: 'works' }), 'works'],
  ['alive, and a session hangs', socket({ check: 'alive', session: 'hangs' }), 'broken'],
  ['alive, not tried', socket({ check: 'alive' }), '-'],
  ['the master hangs', socket({ check: 'hangs' }), 'broken'],
  ['nobody behind it: ssh removes it and goes on', socket({ check: 'refused' }), '-'],
])

readings(addressKind, [
  ['nothing asked', {}, '-'],
  ['an ordinary one', sheet({ 'name-lookup': atHome['name-lookup']! }), 'ordinary'],
  ['made up by a tunnel', sheet({ contact: { contacts: [contact({ address: '198.18.0.9' })] } }), 'made-up'],
  [
    'the other half of 198.18.0.0/15',
    sheet({ contact: { contacts: [contact({ address: '198.19.255.1' })] } }),
    'made-up',
  ],
  ['its neighbour is not', sheet({ contact: { contacts: [contact({ address: '198.20.0.1' })] } }), 'ordinary'],
])

readings(managementAgent, [
  ['not told', {}, '-'],
  ['lost', sheet({ 'management-agent': { state: 'lost' } }), 'lost'],
])
readings(workloads, [
  ['not told', {}, '-'],
  ['running', sheet({ workloads: { state: 'running' } }), 'running'],
])
readings(keyFiles, [['an empty log', sheet({ 'client-text': emptyLog() }), '-']])

const jumped = (...lines: string[]) => sheet({ 'client-text': pasted(...lines, 'stdio forwarding failed') })
readings(proxy, [
  [
    'the jump host forbids it',
    jumped('channel 0: open failed: administratively prohibited: open failed'),
    'jump-unreachable',
  ],
  [
    'the jump host does not know the name',
    jumped('channel 0: open failed: connect failed: Name or service not known'),
    'clear',
  ],
  [
    'the target refuses the jump host',
    jumped('channel 0: open failed: connect failed: Connection refused'),
    'refused-beyond',
  ],
])
readings(sshConfig, [
  [
    'only the login found out',
    sheet({ 'ssh-config': config(), login: loginTo('connect', { log: { failure: 'config-unusable' } }) }),
    'unusable',
  ],
])

const half = { path: '/home/me/k.pub', named: true, state: 'not-a-key' } as const
const tooOpen = { keyProblems: [{ path: '/home/me/k.pub', problem: 'too-open' as const }] }
readings(keyFiles, [
  [
    'only the public half is there',
    sheet({ 'key-files': { files: [half], agent: 'none' }, login: loginTo('methods', { log: tooOpen }) }),
    'missing',
  ],
  ['nobody looked at the file', sheet({ login: loginTo('methods', { log: tooOpen }) }), 'too-open'],
])

const damaged = { path: '/home/me/k', named: true, state: 'not-a-key' } as const
readings(keyFiles, [
  ['a damaged key and no other', sheet({ 'key-files': { files: [damaged], agent: 'none' } }), 'missing'],
  ['a damaged key, and an agent with keys', sheet({ 'key-files': { files: [damaged], agent: 'keys' } }), 'fine'],
  [
    'pasted: invalid format',
    sheet({ 'client-text': pasted('Load key "/k": invalid format', 'a@h: Permission denied (publickey).') }),
    'missing',
  ],
])
readings(proxy, [
  [
    'a command that ends without a word',
    sheet({
      'ssh-config': config({ proxyCommand: 'true' }),
      login: loginTo('proxy', { log: { failure: 'banner-closed' } }),
    }),
    'wordless',
  ],
])

readings(proxy, [
  [
    'a command that runs on and brings nothing',
    sheet({
      'ssh-config': config({ proxyCommand: 'sleep 300' }),
      login: loginTo('proxy', { log: { failure: 'banner-timeout' } }),
    }),
    'wordless',
  ],
])
