import { known } from '../../core/probe.ts'
import { clientLog, clientLogs } from '../../core/seen.ts'
import type { Sign } from '../../core/types.ts'
import { beyondJump } from './logs.ts'

export const sshConfig = {
  id: 'ssh-config',
  stage: 'client',
  passes: 'usable',
  shuts: true,
  values: ['usable', 'unusable'],
  from: ['ssh-config', 'login', 'client-text'],
  read(facts) {
    const config = known(facts, 'ssh-config')
    // What `ssh -G` takes can still be impossible here: an address or an interface to bind that this machine does not have.
    if (known(facts, 'login')?.log.failure === 'config-unusable') return 'unusable'
    if (config) return config.ok ? 'usable' : 'unusable'
    return known(facts, 'client-text')?.failure === 'config-unusable' ? 'unusable' : undefined
  },
  says: { usable: 'ssh reads its configuration', unusable: 'ssh refuses its own configuration' },
} satisfies Sign<'usable' | 'unusable'>

export const keyFiles = {
  id: 'key-files',
  stage: 'client',
  passes: 'fine',
  shuts: true,
  values: ['fine', 'missing', 'too-open', 'locked'],
  from: ['key-files', 'login', 'client-text'],
  read(facts) {
    const files = known(facts, 'key-files')?.files
    const problems = clientLogs(facts).flatMap((log) => log.keyProblems)
    const named = files?.filter((file) => file.named) ?? []
    // ssh calls a public half, or a folder, too open as well; taking rights away makes no private key of either.
    const useless = new Set(named.flatMap((f) => (/^(?:not-a-key|unreadable)$/.test(f.state) ? [f.path] : [])))
    const tooOpen = problems.filter((p) => p.problem === 'too-open')
    if (named.some((f) => f.state === 'too-open') || tooOpen.some((p) => !useless.has(p.path))) return 'too-open'
    if (named.some((f) => f.state === 'missing') || problems.some((p) => p.problem === 'missing')) return 'missing'
    const usable = files?.some((f) => f.state === 'present') || known(facts, 'key-files')?.agent === 'keys'
    if (!usable && (files?.some((f) => f.state === 'passphrase') || problems.some((p) => p.problem === 'passphrase')))
      return 'locked'
    if (!usable && (useless.size > 0 || problems.some((p) => p.problem === 'unreadable'))) return 'missing'
    return files ? 'fine' : undefined
  },
  says: {
    fine: 'the key files are there and private',
    missing: 'a key file you named does not exist, or is not a private key',
    'too-open': 'ssh ignores a key file that others can read',
    locked: 'every key is locked by a passphrase and no agent holds it open',
  },
} satisfies Sign<'fine' | 'missing' | 'too-open' | 'locked'>

/** ssh's end of the proxy was closed before anybody named himself. */
const CUT_OFF = /^(?:banner-closed|banner-reset|closed-unstated|reset-unstated)$/

export const proxy = {
  id: 'proxy',
  stage: 'client',
  passes: 'clear',
  shuts: true,
  values: ['clear', 'command-fails', 'wordless', 'jump-unreachable', 'refused-beyond'],
  from: ['ssh-config', 'login', 'jump-contact', 'client-text'],
  read(facts) {
    const config = known(facts, 'ssh-config')
    const log = clientLog(facts)
    if (config && !config.proxyJump && !config.proxyCommand) return 'clear'
    if (!log) return undefined
    if (known(facts, 'login')?.stepAt.identification !== undefined || log.server) return 'clear'
    const text = log.proxyText.join('\n')
    // The jump host itself forbids forwarding (channels.c, AllowTcpForwarding, PermitOpen), or has no room for it.
    if (/open failed: (?:administratively prohibited|unknown channel type|resource shortage)/.test(text))
      return 'jump-unreachable'
    // The jump host knows no address for the target's name: that is the sign `name`.
    if (beyondJump(text)) return 'clear'
    if (/open failed|stdio forwarding failed/.test(text)) return 'refused-beyond'
    const jump = known(facts, 'jump-contact')
    if (jump && !jump.contacts.some((c) => c.identification !== undefined)) return 'jump-unreachable'
    const complains = text !== '' || log.failure === 'proxy-fails'
    if (complains) {
      const byJump =
        config?.proxyJump ||
        (!config && /^ssh: connect to host|Permission denied|Could not resolve|Host key verification/m.test(text))
      return byJump ? 'jump-unreachable' : 'command-fails'
    }
    if (jump) return 'clear'
    // A text of somebody whose way led through one: it, or what it reached, ended without a word.
    if (!config && log.proxied && CUT_OFF.test(log.failure ?? ''))
      return ['command-fails', 'wordless', 'jump-unreachable']
    // A command that runs on and brings nothing: it or the far end.
    const waited = log.failure === 'banner-timeout' || (!log.failure && known(facts, 'login')?.stopped)
    if (config?.proxyCommand && waited) return 'wordless'
    // A command that ran and brought nothing, without a word: the same.
    return config && log.failure ? (CUT_OFF.test(log.failure) ? 'wordless' : ['clear', 'command-fails']) : undefined
  },
  says: {
    clear: 'no proxy stands in the way, or the way through it works',
    'command-fails': 'the proxy command ends without reaching an SSH server',
    wordless: 'the proxy command, or the program it reached, says nothing',
    'jump-unreachable': 'the jump host cannot be reached or refuses you',
    'refused-beyond': 'the jump host answers and cannot reach the target from there',
  },
} satisfies Sign<'clear' | 'command-fails' | 'wordless' | 'jump-unreachable' | 'refused-beyond'>

export const controlSocket = {
  id: 'control-socket',
  stage: 'client',
  passes: 'works',
  shuts: true,
  values: ['works', 'broken'],
  from: ['control-socket', 'client-text'],
  read(facts) {
    const socket = known(facts, 'control-socket')
    if (!socket) return known(facts, 'client-text')?.failure === 'control-socket-refused' ? 'broken' : undefined
    if (!socket.exists) return undefined
    if (socket.check === 'alive') return socket.session === 'works' ? 'works' : socket.session ? 'broken' : undefined
    return socket.check === 'hangs' ? 'broken' : undefined
  },
  says: {
    works: 'the shared connection you have open still works',
    broken: 'ssh rides a shared connection (ControlPath) that no longer answers',
  },
} satisfies Sign<'works' | 'broken'>

/** The benchmark range (RFC 2544) is what tunnels on our own side hand out as fake addresses; no server lives there. */
export const addressKind = {
  id: 'address-kind',
  stage: 'client',
  passes: 'ordinary',
  shuts: false,
  values: ['ordinary', 'made-up'],
  from: ['contact', 'name-lookup', 'client-text'],
  read(facts) {
    const address =
      known(facts, 'contact')?.contacts[0]?.address ??
      known(facts, 'name-lookup')?.addresses[0]?.address ??
      known(facts, 'client-text')?.address
    if (!address) return undefined
    return /^198\.1[89]\./.test(address) ? 'made-up' : 'ordinary'
  },
  says: {
    ordinary: 'the address is an ordinary one',
    'made-up': 'the address lies in 198.18.0.0/15, which proxies and tunnels make up',
  },
} satisfies Sign<'ordinary' | 'made-up'>
