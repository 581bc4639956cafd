import { known } from '../../../core/probe.ts'
import { keyBar, keyRefusal } from '../../phrases/key-refusal.ts'
import { loginSuspect } from '../../phrases/login-suspect.ts'
import { pamLine } from '../../phrases/pam-line.ts'
import type { Facts, FactSheet, Sign } from '../../../core/types.ts'

const usesPam = (facts: FactSheet): boolean | undefined => {
  const value = known(facts, 'sshd-effective')?.values['usepam']?.[0]
  return value === undefined ? known(facts, 'pam')?.usePam : value === 'yes'
}

/** usermod(8) and passwd(1): the day that, beside a locked password, shuts an account to keys as well. No account really ended then. */
const SHUT = '1970-01-02'

/** An administrator locked it in the manual's own way: the password, and an expiry at the beginning of time. */
export const isShut = ({ locked, expired, expiredOn }: Facts['account']): boolean =>
  locked === true && expired === 'account' && expiredOn !== undefined && expiredOn <= SHUT

export const account = {
  id: 'account',
  stage: 'auth',
  beside: true,
  usual: { fine: 0.995 },
  passes: 'fine',
  shuts: true,
  values: [
    'fine',
    'missing',
    'not-allowed',
    'locked',
    'expired',
    'password-expired',
    'shell-unusable',
    'shell-refuses',
  ],
  from: ['account', 'sshd-effective', 'pam'],
  read(facts) {
    const fact = known(facts, 'account')
    if (!fact) return undefined
    if (!fact.exists) return 'missing'
    if (fact.allowed?.verdict === 'denied') return 'not-allowed'
    // With UsePAM a `!` in shadow shuts out passwords only: keys still open (openssh.md 4.3 #44).
    const lockKeepsOut = fact.lockKeepsOut ?? (fact.locked && usesPam(facts) === false)
    if (fact.failLocked || lockKeepsOut || isShut(fact)) return 'locked'
    if (fact.expired === 'account' || fact.expired === 'dormant') return 'expired'
    if (fact.expired === 'password') return 'password-expired'
    if (fact.shellState === 'missing' || fact.shellState === 'not-executable') return 'shell-unusable'
    if (fact.shellState === 'refuses-logins') return 'shell-refuses'
    // Without root nobody sees shadow, and often not whom sshd's lists let in.
    const hidden = [
      ...(fact.allowed === undefined ? (['not-allowed'] as const) : []),
      ...(fact.locked === undefined ? (['locked', 'expired', 'password-expired'] as const) : []),
    ]
    return hidden.length > 0 ? ['fine', ...hidden] : 'fine'
  },
  says: {
    fine: 'the account is there, open and has a shell',
    missing: 'the server has no such account',
    'not-allowed': "sshd's Allow and Deny lists exclude this user",
    locked: 'the account is locked',
    expired: 'the account has expired',
    'password-expired': 'the password of the account has expired',
    'shell-unusable': "the account's shell is missing or not executable",
    'shell-refuses': "the account's shell refuses every login",
  },
  detail(facts) {
    const fact = known(facts, 'account')
    if (!fact?.exists) return fact?.name
    if (fact.allowed?.verdict === 'denied') return fact.allowed.rule
    if (isShut(fact)) return `the password is, and its expiry date (${fact.expiredOn}) shuts out keys as well`
    if (fact.failLocked) return 'after too many failures (faillock)'
    if (fact.expired && fact.expired !== 'no') return fact.expiredOn
    return fact.shellState && fact.shellState !== 'fine' ? fact.shell : undefined
  },
} satisfies Sign

export const authorizedKeys = {
  id: 'authorized-keys',
  stage: 'auth',
  beside: true,
  usual: {
    ours: 0.85,
    'not-ours': 0.08,
    none: 0.0665,
    refused: 0.001,
    barred: 0.001,
    'algorithm-barred': 0.0005,
    unreadable: 0.001,
  },
  passes: 'ours',
  shuts: ['refused', 'barred', 'algorithm-barred', 'unreadable'],
  values: ['ours', 'not-ours', 'none', 'refused', 'barred', 'algorithm-barred', 'unreadable'],
  from: ['authorized-keys'],
  read(facts) {
    const fact = known(facts, 'authorized-keys')
    if (!fact) return undefined
    if (fact.refused.length > 0 && fact.strictModes !== false) return 'refused'
    const files = fact.files.filter((file) => file.state === 'present' && file.keys !== 0)
    const ours = files.filter((file) => file.ours)
    if (ours.length > 0) {
      if (ours.some(({ bars }) => bars === undefined)) return 'ours'
      return ours.every(({ bars }) => bars?.why === 'algorithm') ? 'algorithm-barred' : 'barred'
    }
    if (fact.files.some((file) => file.state === 'unreadable')) return 'unreadable'
    // A folder we may not look into hides whether there is one.
    if (fact.files.length === 0) return undefined
    if (files.length === 0) return 'none'
    return files.every((file) => file.ours === false) ? 'not-ours' : ['ours', 'not-ours']
  },
  says: {
    ours: 'your key is in authorized_keys, where sshd reads it',
    'not-ours': 'authorized_keys has keys, but not one of yours',
    none: 'the account has no authorized_keys',
    refused: 'somebody other than the owner could write authorized_keys or a directory above it',
    barred: 'your key is in authorized_keys, and sshd does not take it from you',
    'algorithm-barred': 'your key is in authorized_keys, and sshd takes no keys of that algorithm',
    unreadable: 'sshd may not read authorized_keys with the rights of the user',
  },
  detail(facts) {
    const fact = known(facts, 'authorized-keys')
    const [refused] = fact?.refused ?? []
    if (refused && fact?.strictModes !== false) return keyRefusal(refused)
    const barred = fact?.files.find(({ ours, state, bars }) => bars !== undefined && (ours || state === 'unreadable'))
    if (barred?.bars) return `${barred.path}: ${keyBar(barred.bars)}`
    return fact?.files.find((file) => file.state === 'present')?.path
  },
} satisfies Sign

export const nologin = {
  id: 'nologin',
  stage: 'auth',
  beside: true,
  usual: { none: 0.995 },
  passes: 'none',
  shuts: true,
  values: ['none', 'booting', 'closed'],
  from: ['nologin'],
  read(facts) {
    const files = known(facts, 'nologin')?.files
    if (!files) return undefined
    if (files.length === 0) return 'none'
    return files.every(({ notice }) => notice === 'booting') ? 'booting' : 'closed'
  },
  says: {
    none: 'no nologin file closes the machine',
    booting: 'a nologin file says that the machine is still booting',
    closed: 'a nologin file closes the machine to all but root',
  },
  detail: (facts) => known(facts, 'nologin')?.files[0]?.path,
} satisfies Sign

/** Modules that say no for reasons of their own, and such as wait for something. */
const DENIES = /pam_(?:deny|faillock|tally2?|wheel|slurm\w*)\b/
/** Those that read a rule about who may come: their own, or a directory's. */
const RULES = /pam_(?:access|listfile|time|succeed_if|group|sss|ldap)\b/
const DELAYS = /pam_(?:exec|script|python|ldap|krb5|winbind|sss|radius\w*|duo|google_authenticator|oslogin\w*|mount)\b/

export const pamStack = {
  id: 'pam-stack',
  stage: 'auth',
  beside: true,
  usual: { plain: 0.95 },
  passes: 'plain',
  shuts: false,
  values: ['plain', 'may-deny', 'access-rule', 'may-delay', 'module-missing'],
  from: ['pam'],
  read(facts) {
    const fact = known(facts, 'pam')
    if (!fact || fact.usePam === false) return undefined
    if (fact.missingModules.length > 0) return 'module-missing'
    const kinds = [
      ...(fact.suspects.some(({ module }) => DENIES.test(module)) ? (['may-deny'] as const) : []),
      ...(fact.suspects.some(({ module }) => RULES.test(module)) ? (['access-rule'] as const) : []),
      ...(fact.suspects.some(({ module }) => DELAYS.test(module)) ? (['may-delay'] as const) : []),
    ]
    return kinds.length === 0 ? 'plain' : kinds
  },
  says: {
    plain: 'PAM has nothing for sshd that denies or waits by itself',
    'may-deny': 'PAM has a module for sshd that may deny this account',
    'access-rule': 'PAM has a module for sshd that reads rules about who may log in',
    'may-delay': 'PAM has a module for sshd that may wait for something',
    'module-missing': 'PAM names a module for sshd that is not there',
  },
  detail(facts) {
    const fact = known(facts, 'pam')
    const [suspect] = fact?.suspects ?? []
    return fact?.missingModules[0] ?? (suspect && pamLine(suspect))
  },
} satisfies Sign

type Does = Facts['login-files']['suspects'][number]['does']
const CHROOT: ReadonlySet<Does> = new Set(['chroot-missing', 'chroot-unsafe'])
const WAITS: ReadonlySet<Does> = new Set(['waits', 'asks-network', 'does-not-answer'])
const ENDS: ReadonlySet<Does> = new Set(['ends-shell', 'replaces-shell'])

export const loginFiles = {
  id: 'login-files',
  stage: 'session',
  beside: true,
  usual: { plain: 0.96, 'chroot-unusable': 0.0004 },
  passes: 'plain',
  shuts: ['chroot-unusable'],
  values: ['plain', 'may-end', 'may-wait', 'chroot-unusable'],
  from: ['login-files'],
  read(facts) {
    const fact = known(facts, 'login-files')
    if (!fact) return undefined
    // Behind that nothing runs any more.
    if (fact.suspects.some(({ does }) => CHROOT.has(does))) return 'chroot-unusable'
    const waits = fact.suspects.some(({ does }) => WAITS.has(does))
    const ends = fact.suspects.some(({ does }) => ENDS.has(does))
    return waits && ends ? ['may-end', 'may-wait'] : waits ? 'may-wait' : ends ? 'may-end' : 'plain'
  },
  says: {
    plain: 'the scripts that run at login look harmless',
    'may-end': 'something that runs at login may end the session',
    'may-wait': 'something that runs at login may wait without end',
    'chroot-unusable': 'sshd may not lock the session into its ChrootDirectory',
  },
  detail(facts) {
    const suspects = known(facts, 'login-files')?.suspects
    const first = suspects?.find(({ does }) => CHROOT.has(does)) ?? suspects?.[0]
    return first && loginSuspect(first)
  },
} satisfies Sign
