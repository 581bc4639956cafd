import type { LoginStep } from '../core/types.ts'
import { fitsOf } from '../words/clients.ts'

/** Which step of a login a message of another client than OpenSSH's proves, by the id of its entry. */
const STEPS: Readonly<Record<string, LoginStep>> = {
  'putty-log-lookup': 'resolve',
  'putty-log-connecting': 'connect',
  'putty-log-connected': 'connected',
  'putty-log-remote-version': 'identification',
  'putty-log-kex': 'kexinit',
  'putty-log-fingerprint': 'kex-reply',
  'putty-log-encryption': 'newkeys',
  'putty-log-username': 'service',
  'putty-log-offered': 'offer',
  'putty-log-authenticating': 'key-accepted',
  'putty-log-offer-accepted': 'key-accepted',
  'putty-log-signature': 'signed',
  'putty-further-authentication': 'methods',
  'putty-log-access-granted': 'authenticated',
  'putty-log-opened': 'session',
  'putty-log-shell': 'session',
  'paramiko-log-start': 'connected',
  'paramiko-log-remote-version': 'identification',
  'paramiko-log-connected': 'identification',
  'paramiko-log-kex-offers': 'kexinit',
  'paramiko-log-kex': 'kexinit',
  'paramiko-log-new-keys': 'newkeys',
  'paramiko-log-attempting': 'newkeys',
  'paramiko-log-userauth-ok': 'service',
  'paramiko-log-allowed': 'methods',
  'paramiko-log-success': 'authenticated',
  'paramiko-log-channel-opened': 'session',
  'jsch-log-connecting': 'connect',
  'jsch-log-established': 'connected',
  'jsch-log-remote-version': 'identification',
  'jsch-log-kexinit': 'kexinit',
  'jsch-log-signature': 'kex-reply',
  'jsch-log-newkeys': 'newkeys',
  'jsch-log-service-accept': 'service',
  'jsch-log-methods': 'methods',
  'jsch-log-preauth': 'key-accepted',
  'jsch-log-succeeded': 'authenticated',
  'jsch-log-auth': 'authenticated',
  'libssh-log-socket-connected': 'connected',
  'libssh-log-banner': 'identification',
  'libssh-log-kexinit': 'identification',
  'libssh-log-verified': 'kex-reply',
  'libssh-log-newkeys': 'newkeys',
  'libssh-log-service': 'service',
  'libssh-log-trying': 'offer',
  'libssh-log-accepted': 'key-accepted',
  'libssh-log-success': 'authenticated',
  'sshj-log-server': 'identification',
  'sshj-log-kexinit': 'identification',
  'sshj-log-newkeys': 'newkeys',
  'sshj-log-trying': 'service',
  'sshj-log-succeeded': 'authenticated',
  'asyncssh-log-received-version': 'identification',
  'asyncssh-log-kex-completed': 'newkeys',
  'asyncssh-log-beginning': 'newkeys',
  'asyncssh-log-trying': 'service',
  'asyncssh-log-succeeded': 'authenticated',
  'net-ssh-log-connected': 'connected',
  'net-ssh-log-remote': 'identification',
  'net-ssh-log-beginning': 'newkeys',
  'net-ssh-log-trying': 'service',
  'net-ssh-log-methods': 'methods',
  'net-ssh-log-succeeded': 'authenticated',
  'node-ssh2-log-connected': 'connected',
  'node-ssh2-log-ident': 'identification',
  'node-ssh2-log-completed': 'newkeys',
  'node-ssh2-log-service': 'service',
  'node-ssh2-log-failure': 'methods',
  'node-ssh2-log-pk-ok': 'key-accepted',
  'node-ssh2-log-success': 'authenticated',
  'curl-log-methods': 'methods',
  'curl-log-complete': 'authenticated',
  'dbclient-succeeded': 'authenticated',
  'terraform-connected': 'authenticated',
  'packer-connected': 'authenticated',
  'vagrant-booted': 'authenticated',
  'jenkins-authenticated': 'authenticated',
}

/** Messages that list the methods which are left. */
const LISTS_METHODS = new Set([
  'paramiko-log-allowed',
  'jsch-log-methods',
  'node-ssh2-log-failure',
  'net-ssh-log-methods',
  'curl-log-methods',
])

/** Messages that show that a key was offered. JSch goes on to this method only with a key. */
const OFFERS = new Set(['putty-log-offered', 'putty-key-refused', 'paramiko-log-trying', 'libssh-log-trying'])
const OFFERS_BY_METHOD: Readonly<Record<string, RegExp>> = {
  'jsch-log-next-method': /publickey$/,
  'net-ssh-log-trying': /^trying publickey/,
  'asyncssh-log-trying': /public key auth/,
  'go-unable-to-authenticate': /\bpublickey\b/,
}

/** How clients name themselves: `SSH-2.0-` and this. */
const CLAIMS =
  /^(?:We claim version: |Local version string: |Local version\/idstring: |Local ident: '|Client identity string: )SSH-[\d.]{1,5}-([\w.@/+-]{1,80})/

/** What a line of another client shows of a login. */
export interface Shown {
  step?: LoginStep
  /** The server's identification string. */
  server?: string
  /** The client's own release. */
  client?: string
  methods?: string[]
  /** A key was offered. */
  offers?: true
}

/** Reads a line of another client's log; undefined where it shows nothing of a login. */
export function shownByOthers(line: string): Shown | undefined {
  const client = CLAIMS.exec(line)?.[1]
  if (client !== undefined) return { client }
  for (const { entry, m } of fitsOf(line)) {
    const step = STEPS[entry.id]
    const offers = OFFERS_BY_METHOD[entry.id]?.test(line) ?? OFFERS.has(entry.id)
    if (step === undefined && !offers) continue
    const shown: Shown = { ...(step && { step }), ...(offers && { offers: true as const }) }
    const program = m.groups?.program
    if (program !== undefined && step === 'identification')
      // Paramiko takes the identification apart.
      shown.server = program.startsWith('SSH-') ? program.trim() : `SSH-${m.groups?.limit ?? '2.0'}-${program}`
    if (LISTS_METHODS.has(entry.id)) shown.methods = (m.groups?.theirs ?? '').match(/[\w@.-]{3,60}/g) ?? []
    return shown
  }
  return undefined
}

export const STEP_IDS: readonly string[] = Object.keys(STEPS)
