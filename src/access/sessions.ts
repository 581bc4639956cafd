import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import type { ExecOptions, ExecResult } from '../core/access.ts'
import { visible } from '../core/visible.ts'
import { DEFAULT_TIMEOUT_MS, runChild } from './child.ts'
import type { ChildEnd } from './child.ts'
import { forAnyShell, posixCommand, posixWord } from './quote.ts'
import { Semaphore } from './semaphore.ts'

/** Half of sshd's MaxSessions (10 unless set): the user's own sessions over the same connection want some, too. */
const AT_ONCE = 4
/** Tries at a session while others of ours hold what MaxSessions leaves. */
const TRIES = 40
/** Above this a command may still run there long after we have lost interest, whatever `timeout` says. */
const LONG_MS = 120_000

export interface SessionsOptions {
  /** The master's control socket. */
  path: string
  /** For the user to read. */
  via: string
  /** Ends a session that somebody else of ours keeps open; false where there is none. */
  makeRoom?(): boolean
  /** Whether the connection itself is known to be gone. */
  ended(): boolean
}

/** The word our ProxyCommand says: ssh found no master, or was refused by it, and would have gone on alone. */
const ALONE = 'sshmedic-no-session'

/** Sessions over one connection that is there already; none of them ever opens another. */
export class Sessions {
  readonly #places = new Semaphore(AT_ONCE)
  readonly #options: SessionsOptions
  #lost: string | undefined
  #posix = false

  constructor(options: SessionsOptions) {
    this.#options = options
  }

  /** The login shell is known to read POSIX quoting: one process less for each command. */
  usePosixShell(): void {
    this.#posix = true
  }

  /** A session that stays open, for somebody who talks with its program; undefined where none can be begun. */
  start(argv: readonly string[]): ChildProcess | undefined {
    if (this.#lost !== undefined) return undefined
    const [program = '', ...args] = this.#ssh(this.#commandLine(argv, 'sshmedic-begins'))
    return spawn(program, args, { stdio: 'pipe', env: { ...process.env, LC_ALL: 'C', SSH_ASKPASS_REQUIRE: 'never' } })
  }

  async run(argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
    if (!(await this.#places.take(options.signal))) return nothing({ timedOut: false })
    try {
      return await this.#inTurn(argv, options)
    } finally {
      this.#places.give()
    }
  }

  async #inTurn(argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
    for (let tries = 1; ; tries++) {
      if (this.#lost !== undefined) return nothing({ lost: this.#lost })
      const mark = `sshmedic-${randomBytes(9).toString('hex')}`
      const ran = await runChild(this.#ssh(this.#commandLine(argv, mark)), {
        ...options,
        mark,
        env: { ...process.env, LC_ALL: 'C', SSH_ASKPASS_REQUIRE: 'never' },
      })
      const reachable = ran.timedOut || ran.aborted
      if (reachable && ran.marked !== undefined) void this.#endThere(ran.marked, options)
      if (ran.marked !== undefined && (ran.code !== 255 || (await this.#alive()))) return result(ran)
      if (ran.failed !== undefined) return nothing({ lost: `ssh could not be started (${ran.failed})` })
      if (reachable) return result(ran)
      // MaxSessions: whoever of ours is done makes room. Alone, it is somebody else's sessions, or none are given at all.
      if (/session open refused|session request failed/i.test(ran.noise) && (await this.#alive())) {
        if (this.#options.makeRoom?.()) continue
        if (this.#places.running > 1 && tries < TRIES) {
          this.#places.shrink(this.#places.running - 1)
          await new Promise((resolve) => setTimeout(resolve, 50 + 150 * Math.random()))
          continue
        }
        if (tries < 4) {
          await new Promise((resolve) => setTimeout(resolve, 300 * tries))
          continue
        }
        return nothing({ lost: `${this.#options.via} is let in, and the server opens no session for it` })
      }
      if (ran.noise.includes(ALONE) || ran.code === 255) {
        if (ran.marked !== undefined || !(await this.#alive())) {
          this.#lost = `the connection of ${this.#options.via} broke off`
          return { ...result(ran), code: null, lost: this.#lost }
        }
      }
      return { ...result(ran), lost: this.#noShell(ran) }
    }
  }

  #ssh(commandLine: string, more: readonly string[] = []): string[] {
    // No configuration is needed to ride, and -F none keeps the user's from adding anything.
    const path = this.#options.path.replaceAll('%', '%%')
    const alone = ['-o', 'BatchMode=yes', '-o', `ProxyCommand=echo ${ALONE} >&2`, '-o', 'ConnectTimeout=1']
    return ['ssh', '-F', 'none', '-S', path, '-T', ...alone, ...more, '--', 'server', commandLine]
  }

  #commandLine(argv: readonly string[], mark: string): string {
    // The number is that of the session's process group: sshd gives each one its own (session.c do_exec_no_pty).
    const body = `PATH=$PATH:/usr/sbin:/sbin:/usr/bin:/bin
export PATH
printf '%s %s\\n' ${mark} "$$"
printf '%s\\n' ${mark} >&2
exec "$@"`
    const command = posixCommand(argv)
    return this.#posix ? `exec /bin/sh -c ${posixWord(body)} sh ${command}` : forAnyShell(`set -- ${command}\n${body}`)
  }

  /** What our clock has cut off may run on there: a closed channel is nothing to a process that writes nothing. */
  async #endThere(group: string, { timeoutMs = DEFAULT_TIMEOUT_MS, sudo = false }: ExecOptions): Promise<void> {
    if (timeoutMs <= LONG_MS || !/^[1-9]\d*$/.test(group) || this.#options.ended()) return
    const kill = [...(sudo ? ['sudo', '-n', '--'] : []), 'sh', '-c', 'kill -TERM -- "-$1"', 'sh', group]
    await runChild(this.#ssh(this.#commandLine(kill, 'end')), { timeoutMs: 3000 })
  }

  async #alive(): Promise<boolean> {
    if (this.#options.ended()) return false
    return isAlive(this.#options.path)
  }

  #noShell({ noise, code, marked }: ChildEnd): string {
    if (marked !== undefined) return `the connection of ${this.#options.via} broke off`
    const said = visible(noise.split('\n').findLast((line) => line.trim() !== '') ?? '', 120)
    const why = said ? `: "${said}"` : ''
    // Nothing was said and nothing failed: the shell ended, or became another program, before it came to our command.
    const silent = said === '' && code === 0 ? '; a start-up file such as .bashrc may end it first' : ''
    return `${this.#options.via} is let in, but its shell runs no command (exit code ${code}${why}${silent})`
  }
}

/** Whether a master answers at a control socket. Never reaches for the network. */
export async function isAlive(path: string): Promise<boolean> {
  const argv = ['ssh', '-F', 'none', '-S', path.replaceAll('%', '%%'), '-O', 'check', '--', 'server']
  const ran = await runChild(argv, { timeoutMs: 2000 })
  return ran.code === 0
}

function result({ code, stdout, stderr, timedOut, cut, seconds }: ChildEnd): ExecResult {
  return { code, stdout, stderr, timedOut, cut, seconds }
}

const nothing = (more: Partial<ExecResult>): ExecResult => ({
  code: null,
  stdout: '',
  stderr: '',
  timedOut: false,
  cut: false,
  seconds: 0,
  ...more,
})
