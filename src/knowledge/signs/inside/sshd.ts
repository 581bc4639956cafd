import { known } from '../../../core/probe.ts'
import type { FactSheet, Sign } from '../../../core/types.ts'
import { faultNamedIn, NAMED_BY_SSHD } from '../../named-by.ts'
import { isShut } from './account.ts'

const setting = (facts: FactSheet, keyword: string): string | undefined =>
  known(facts, 'sshd-effective')?.values[keyword]?.[0]

/** sshd's own words about our own attempt, read from within once it was over: the value is the fault's id. */
export const logOfOurs = {
  id: 'log-of-ours',
  stage: 'auth',
  beside: true,
  usual: { none: 0.99 },
  passes: 'none',
  shuts: true,
  values: ['none', ...NAMED_BY_SSHD],
  from: ['server-log'],
  read(facts) {
    const ours = known(facts, 'server-log')?.toldOfUs
    const said = ours && (faultNamedIn(ours) ?? (known(facts, 'login') ? 'none' : undefined))
    // To PAM that kind of lock is an expiry.
    const user = known(facts, 'account')
    return said === 'account-expired' && user && isShut(user) ? 'account-locked' : said
  },
  says: Object.fromEntries([
    ['none', "sshd's log has no line that names why your login failed"],
    ...NAMED_BY_SSHD.map((id) => [id, "sshd's log says so about this very login"]),
  ]),
  detail: (facts) => known(facts, 'server-log')?.says.at(-1),
} satisfies Sign

export const configCheck = {
  id: 'config-check',
  stage: 'port',
  beside: true,
  usual: { fine: 0.998 },
  passes: 'fine',
  shuts: true,
  values: ['fine', 'refused'],
  from: ['sshd-effective'],
  read(facts) {
    const fact = known(facts, 'sshd-effective')
    if (!fact) return undefined
    if (fact.ok) return 'fine'
    // Those two have signs of their own.
    return fact.refusal === undefined || fact.refusal.about === 'configuration' ? 'refused' : undefined
  },
  says: { fine: 'sshd accepts its configuration', refused: 'sshd refuses its configuration and would not start' },
  detail: (facts) => known(facts, 'sshd-effective')?.refusal?.says,
} satisfies Sign

export const sshdUnit = {
  id: 'sshd-unit',
  stage: 'port',
  beside: true,
  usual: { runs: 0.99 },
  passes: 'runs',
  shuts: false,
  values: ['runs', 'failed', 'stopped', 'starting'],
  from: ['sshd-unit'],
  read(facts) {
    const fact = known(facts, 'sshd-unit')
    if (!fact || (fact.units.length === 0 && !fact.socket)) return undefined
    const states = fact.units.map(({ active }) => active)
    if (states.includes('active') || states.includes('reloading') || fact.socket?.active) return 'runs'
    if (states.includes('activating')) return 'starting'
    return states.includes('failed') ? 'failed' : 'stopped'
  },
  says: {
    runs: 'the service manager says that sshd runs',
    failed: 'the service manager says that sshd failed',
    stopped: 'the service manager says that sshd is stopped',
    starting: 'the service manager is still starting sshd',
  },
  detail(facts) {
    const unit = known(facts, 'sshd-unit')?.units.find(({ active }) => active !== 'active')
    return unit && `${unit.name} ${unit.active} (${unit.result ?? unit.sub})`
  },
} satisfies Sign

export const hostKeys = {
  id: 'host-keys',
  stage: 'banner',
  beside: true,
  usual: { usable: 0.9995 },
  passes: 'usable',
  shuts: true,
  values: ['usable', 'none'],
  from: ['host-keys'],
  read(facts) {
    const fact = known(facts, 'host-keys')
    return fact && (fact.usable > 0 ? 'usable' : 'none')
  },
  says: { usable: 'sshd has host keys it can use', none: 'sshd has no host key it can use' },
  detail(facts) {
    const bad = known(facts, 'host-keys')?.keys.filter(({ state }) => state !== 'usable') ?? []
    return bad.length > 0 ? bad.map(({ path, state }) => `${path} ${state}`).join(', ') : undefined
  },
} satisfies Sign

export const privsepDirectory = {
  id: 'privsep-directory',
  stage: 'banner',
  beside: true,
  usual: { fine: 0.998 },
  passes: 'fine',
  shuts: true,
  values: ['fine', 'missing', 'wrong-owner-or-mode'],
  from: ['privsep-directory', 'sshd-unit'],
  read(facts) {
    const state = known(facts, 'privsep-directory')?.state
    const unit = known(facts, 'sshd-unit')
    // Until somebody knocks at the socket no sshd runs, and its unit makes the directory only then (RuntimeDirectory=).
    const idle = unit?.socket?.active === true && unit.units.every(({ active }) => active === 'inactive')
    return idle && state === 'missing' ? undefined : state
  },
  says: {
    fine: "sshd's empty directory for its unprivileged child is there",
    missing: 'the empty directory sshd locks its unprivileged child into is missing',
    'wrong-owner-or-mode': 'the directory sshd locks its child into has the wrong owner or mode',
  },
  detail: (facts) => known(facts, 'privsep-directory')?.path,
} satisfies Sign

export const sshdPrograms = {
  id: 'sshd-programs',
  stage: 'banner',
  beside: true,
  usual: { fine: 0.98, replaced: 0.0195 },
  passes: 'fine',
  shuts: false,
  values: ['fine', 'replaced', 'missing'],
  from: ['sshd-programs'],
  read(facts) {
    const fact = known(facts, 'sshd-programs')
    if (!fact) return undefined
    // Where the new sshd itself is whole, an upgrade explains what the old one cannot start.
    if (fact.listenerReplaced && fact.programs[0]?.state === 'fine') return 'replaced'
    if (fact.programs.some(({ state }) => state !== 'fine')) return 'missing'
    return fact.listenerReplaced === undefined ? undefined : 'fine'
  },
  says: {
    fine: 'the running sshd is the one on disk',
    replaced: 'the running sshd is older than the program on disk: upgraded, not restarted',
    missing: 'a program sshd needs for each connection is missing or does not start',
  },
  detail(facts) {
    const bad = known(facts, 'sshd-programs')?.programs.filter(({ state }) => state !== 'fine') ?? []
    return bad.length > 0 ? bad.map(({ path, state, says }) => says ?? `${path} ${state}`).join(', ') : undefined
  },
} satisfies Sign

export const logDaemon = {
  id: 'log-daemon',
  stage: 'banner',
  beside: true,
  usual: { answers: 0.995, hangs: 0.0002 },
  passes: 'answers',
  shuts: true,
  values: ['answers', 'hangs', 'not-running'],
  from: ['log-daemon'],
  read(facts) {
    const fact = known(facts, 'log-daemon')
    if (!fact) return undefined
    if ((fact.stuck ?? 0) > 0) return 'hangs'
    return fact.state === 'unknown' ? undefined : fact.state
  },
  says: {
    answers: 'the log daemon takes what is written to it',
    hangs: 'the log daemon hangs: a program that writes a line waits',
    'not-running': 'no log daemon runs',
  },
  detail: (facts) => known(facts, 'log-daemon')?.name,
} satisfies Sign

export const loginRules = {
  id: 'login-rules',
  stage: 'auth',
  beside: true,
  usual: { keys: 0.97 },
  passes: 'keys',
  shuts: false,
  values: ['keys', 'no-keys', 'more-than-keys'],
  from: ['sshd-effective'],
  read(facts) {
    const methods = setting(facts, 'authenticationmethods')
    if (methods !== undefined && methods !== 'any') {
      const lists = (known(facts, 'sshd-effective')?.values['authenticationmethods'] ?? []).flatMap((v) => v.split(' '))
      if (lists.every((list) => list.includes(','))) return 'more-than-keys'
      if (!lists.some((list) => list.startsWith('publickey'))) return 'no-keys'
    }
    const keys = setting(facts, 'pubkeyauthentication')
    return keys === undefined ? undefined : keys === 'no' ? 'no-keys' : 'keys'
  },
  says: {
    keys: 'sshd takes keys from this user',
    'no-keys': 'sshd takes no keys from this user',
    'more-than-keys': 'sshd wants more than one method from this user (AuthenticationMethods)',
  },
  detail(facts) {
    const methods = known(facts, 'sshd-effective')?.values['authenticationmethods']?.join(' ')
    return methods === undefined || methods === 'any' ? undefined : methods
  },
} satisfies Sign

export const rootLogin = {
  id: 'root-login',
  stage: 'auth',
  beside: true,
  usual: { allowed: 0.99 },
  passes: 'allowed',
  shuts: ['forbidden', 'commands-only'],
  values: ['allowed', 'forbidden', 'commands-only'],
  from: ['sshd-effective', 'account'],
  read(facts) {
    const value = setting(facts, 'permitrootlogin')
    if (value === undefined || known(facts, 'account')?.uid !== 0) return undefined
    return value === 'no' ? 'forbidden' : value === 'forced-commands-only' ? 'commands-only' : 'allowed'
  },
  says: {
    allowed: 'sshd lets root in, with a key at least',
    forbidden: 'sshd does not let root in by any method (PermitRootLogin no)',
    'commands-only': 'sshd lets root in only for commands tied to a key (PermitRootLogin)',
  },
} satisfies Sign

export const sessionRules = {
  id: 'session-rules',
  stage: 'session',
  beside: true,
  usual: { open: 0.995 },
  passes: 'open',
  shuts: true,
  values: ['open', 'none-allowed', 'command-forced'],
  from: ['sshd-effective', 'authorized-keys'],
  read(facts) {
    if (setting(facts, 'maxsessions') === '0') return 'none-allowed'
    const forced = setting(facts, 'forcecommand')
    const onKey = known(facts, 'authorized-keys')?.files.some((f) => f.ours && f.forcesCommand)
    if ((forced !== undefined && forced !== 'none') || onKey) return 'command-forced'
    return forced === undefined ? undefined : 'open'
  },
  says: {
    open: 'sshd gives this user any session it asks for',
    'none-allowed': 'sshd allows no session at all (MaxSessions 0)',
    'command-forced': 'sshd runs its own command in place of the shell',
  },
  detail(facts) {
    const onKey = known(facts, 'authorized-keys')?.files.find((f) => f.ours && f.forcesCommand)
    const forced = setting(facts, 'forcecommand')
    if (setting(facts, 'maxsessions') === '0') return undefined
    return forced !== undefined && forced !== 'none'
      ? `ForceCommand ${forced}`
      : onKey && `${onKey.path}: ${onKey.options ?? 'command='}`
  },
} satisfies Sign
