import { HARMLESS_LOGIN } from '../openssh/harmless-login.ts'
import { existsSync } from 'node:fs'
import type { Access, ExecOptions, NoWayIn } from '../core/access.ts'
import type { ClientFailure, Missing } from '../core/types.ts'
import { visible } from '../core/visible.ts'
import { parseDestination } from '../openssh/destination.ts'
import { configArgs, loginArgs } from '../openssh/login-args.ts'
import { parseConfigDump } from '../openssh/config-dump.ts'
import { viaArgs } from '../openssh/via-args.ts'
import { runChild } from './child.ts'
import { startMaster } from './master.ts'
import type { Master, MasterFailure } from './master.ts'
import { isPosixShell } from './quote.ts'
import { isAlive, Sessions } from './sessions.ts'
import { knowingWhatIsNowhere } from './nowhere.ts'
import { BecomeRoot } from './become-root.ts'
import { readSurvey, SURVEY } from './survey.ts'
import { ROOT_SHELL, withRoot } from './with-root.ts'

export interface SshWayIn {
  /** As for ssh: `ops@web1`, `ssh://ops@web1:2222`. */
  destination: string
  /** The user's own ssh options in front of the target; what is only about the target (`-l`) is left out here. */
  ssh: readonly string[]
  /** The target's destination: what names its host on the command line counts for a way in to the same host only. */
  target?: string
  patience: number
  signal?: AbortSignal
  /** Asked before every login. */
  connection?(first: boolean): Promise<boolean>
  progress?(text: string): void
}

/** A starved server lets in after a minute (LoginGraceTime is two); a dead one is not waited for. Seconds. */
const LOGIN_SECONDS = { total: 75, stalled: 25, silent: 7 }
/** ssh's own clock for the connection and the greeting together (ssh_config(5) ConnectTimeout). Seconds. */
const CONNECT_SECONDS = 25
/** A full sshd drops at random: a few tries are a way in where one is not. */
const LOGINS = 4
const FIRST_WORDS_MS = 50_000

/** Further options of a connection that is kept: a tilde is no command, and a dead peer is noticed. */
const KEPT = ['EscapeChar=none', 'ServerAliveInterval=15', 'ServerAliveCountMax=4']

/**
 * A second login as a way in: one connection, with every command a session of its own over it. A shared connection the
 * user already has to that destination comes first: it outlives most of what keeps new logins out. Never rejects for
 * what the world does.
 */
export async function openSsh(way: SshWayIn): Promise<Access | NoWayIn> {
  if (process.platform === 'win32')
    return { why: 'absent', failed: 'Windows’ ssh cannot share a connection, so there is no --via there.' }
  const via = visible(way.destination.replace(/^ssh:\/\//, ''), 80)
  const args = viaArgs(way.ssh, way.destination, way.target)
  const config = await configOf(way, args)
  if (config === NO_SSH)
    return { why: 'absent', failed: `The way in over ${via} could not be opened: there is no ssh program in PATH.` }
  const shared = config?.controlPath
  // A connection of the user's own, if it still lives.
  if (shared !== undefined && existsSync(shared) && (await isAlive(shared))) {
    const access = await enter(via, { path: shared, ended: false, close: async () => undefined }, way)
    if (!('failed' in access)) return access
  }
  // Keywords an older ssh refuses are used only where its own dump shows that it knows them.
  const needed = config?.sessionType === undefined ? [] : ['ForkAfterAuthentication=no']
  const master = await logIn(way, args, needed)
  if (!('path' in master)) return { why: whyClosed(master.log.failure), failed: sentence(via, master) }
  const access = await enter(via, master, way)
  if ('failed' in access) await master.close()
  return access
}

const NO_SSH = Symbol('no ssh in PATH')

/** What the user's ssh makes of this destination. */
async function configOf(way: SshWayIn, args: readonly string[]) {
  const asked = await runChild(['ssh', '-G', ...configArgs(args), '--', way.destination], {
    timeoutMs: 5000 * way.patience,
    ...(way.signal ? { signal: way.signal } : {}),
  })
  if (asked.failed === 'ENOENT') return NO_SSH
  return asked.code === 0 ? parseConfigDump(asked.stdout) : undefined
}

async function logIn(
  way: SshWayIn,
  args: readonly string[],
  needed: readonly string[],
): Promise<Master | MasterFailure> {
  const connect = `ConnectTimeout=${Math.max(1, Math.round(CONNECT_SECONDS * way.patience))}`
  const ours = [...HARMLESS_LOGIN, ...KEPT, ...needed, connect].flatMap((option) => ['-o', option])
  let last: MasterFailure | undefined
  for (let login = 1; login <= LOGINS; login++) {
    const granted = (await way.connection?.(login === 1)) ?? true
    if (!granted && last) return last
    const began = await startMaster({
      args: ['-T', '-a', '-x', ...ours, ...loginArgs(args), '--', way.destination],
      seconds: scaled(LOGIN_SECONDS, way.patience),
      ...(way.signal ? { signal: way.signal } : {}),
      onStep: (step) => way.progress?.(`the way in: ${step}`),
    })
    if ('path' in began) return began
    last = began
    if (!TURNED_AWAY.has(began.log.failure ?? '') || way.signal?.aborted) return began
    await new Promise((resolve) => setTimeout(resolve, 400 * login))
  }
  return last!
}

const scaled = ({ total, stalled, silent }: typeof LOGIN_SECONDS, by: number) => ({
  total: total * by,
  stalled: stalled * by,
  silent: silent * by,
})

/** Endings a full sshd deals out by chance (openssh.md 1.4). */
const TURNED_AWAY: ReadonlySet<string> = new Set([
  'banner-closed',
  'banner-reset',
  'banner-garbage',
  'closed-unstated',
  'reset-unstated',
])

const SILENT: ReadonlySet<ClientFailure> = new Set(['connect-timeout', 'banner-timeout', 'kex-timeout', 'auth-timeout'])
const REFUSING: ReadonlySet<ClientFailure> = new Set([
  'connect-refused',
  'permission-denied',
  'too-many-failures',
  'host-key-unknown',
  'host-key-changed',
  'host-key-revoked',
  'session-refused',
])

/** Whether the server said no, or nobody answered in time. */
function whyClosed(failure: ClientFailure | undefined): Missing['why'] {
  if (failure === undefined || SILENT.has(failure)) return 'timed-out'
  return REFUSING.has(failure) ? 'refused' : 'absent'
}

function sentence(via: string, { log, says }: MasterFailure): string {
  const why = visible(says, 200).replace(/[.\s]+$/, '')
  const asked = log.failure === 'permission-denied' || log.failure === 'host-key-unknown'
  const help = asked
    ? ' sshmedic asks for no password and confirms no host key: log in there yourself once with a shared connection (ssh -M), and it is used.'
    : ''
  return `The way in over ${via} could not be opened: ${why}.${help}`
}

/** First words with whoever answers there, and the access that comes of it. */
async function enter(via: string, master: Master, way: SshWayIn): Promise<Access | NoWayIn> {
  let becoming: BecomeRoot | undefined
  const sessions = new Sessions({
    path: master.path,
    via,
    ended: () => master.ended,
    makeRoom: () => becoming?.makeRoom() ?? false,
  })
  const to = parseDestination(way.destination)
  const signal = way.signal ? { signal: way.signal } : {}
  way.progress?.(`looking from within, over ${via}`)
  const asked = await sessions.run(['sh', '-c', SURVEY], { timeoutMs: FIRST_WORDS_MS * way.patience, ...signal })
  const survey = readSurvey(asked.stdout)
  if (!survey) {
    if (way.signal?.aborted)
      return { why: 'not-asked', failed: `The way in over ${via} could not be opened: interrupted.` }
    const slow = `its shell has not answered within ${Math.round((FIRST_WORDS_MS / 1000) * way.patience)} s`
    const mute = `its shell did not answer as a POSIX shell does (exit code ${asked.code})`
    const why = asked.lost ?? (asked.timedOut ? `${via} is let in, but ${slow}` : `${via} is let in, but ${mute}`)
    return { why: asked.timedOut ? 'timed-out' : 'absent', failed: `No way in: ${why}.` }
  }
  if (isPosixShell(survey.shell)) sessions.usePosixShell()
  if (survey.hasSudo && survey.uid !== 0) becoming = new BecomeRoot(() => sessions.start(ROOT_SHELL), way.patience)
  const run = (argv: readonly string[], options: ExecOptions) => sessions.run(argv, options)
  return {
    via,
    root: survey.uid === 0 || ((await becoming?.soon()) ?? false),
    ...(becoming && { becomesRoot: becoming.settled }),
    ...('error' in to ? {} : { host: to.host }),
    ...(survey.from ? { from: survey.from } : {}),
    roundTrip: asked.seconds,
    exec: knowingWhatIsNowhere(withRoot(survey, becoming, run)),
    async close() {
      becoming?.close()
      await master.close()
    },
  }
}
