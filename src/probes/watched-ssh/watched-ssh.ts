import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { LOGIN_STEPS } from '../../core/types.ts'
import type { LoginFact, LoginStep } from '../../core/types.ts'
import { visibleBytes } from '../../core/visible.ts'
import { StepFollower, readClientLog } from '../../client-log/client-log.ts'
import { Unanswered } from '../../core/probe.ts'
import { kernelCounters } from '../dial/kernel-counters.ts'
import { platform } from '../platform.ts'

export interface WatchOptions {
  args: readonly string[]
  signal: AbortSignal
  patience: number
  /** Ask with a remote command instead of the login shell. */
  byCommand?: boolean
  onStep?: (step: LoginStep, seconds: number, line: string) => void
}

/** Enough for any `-v` login; of a flood the middle is not kept: how it ended stands at the end. */
const STDERR_KEPT = 128 * 1024
const STDOUT_KEPT = 4096

/** Nothing new for so long after a step, and the login stalls. Seconds; each is longer than what the slowest live cause takes. */
const PATIENCE_AFTER: Partial<Record<LoginStep, number>> = {
  // ConnectTimeout (ours, below) moves ssh on to its next address before this.
  connect: 14,
  // libwrap's refusal takes 5.0 s, and a starved host's banner seconds (openssh.md 4.2 #12, #7).
  connected: 9,
  identification: 6,
  kexinit: 6.5,
  // UseDNS with a dead resolver: 5.2 s on 9.2, three lookups and 11.7 s on 10.5 (openssh.md 4.3 #36).
  service: 16,
  methods: 16,
  offer: 14,
  'key-accepted': 14,
  authenticated: 8,
  session: 7,
}
const TOTAL_SECONDS = 25
/** What ssh leaves running gets so long to go by itself. */
const LINGER_MS = 300
const OWN_GROUP = platform.hasProcessGroups

/**
 * Runs the user's ssh with `-v`, notes when each step of the protocol was first seen, asks the login shell two
 * questions and ends the child at a stall. ConnectTimeout covers neither key exchange nor authentication
 * (openssh.md 4.1), so the clocks are ours.
 * @throws Unanswered when there is no ssh to run
 */
export function watchSsh(options: WatchOptions): Promise<LoginFact> {
  return new Promise((resolve, reject) => {
    const questions = {
      shell: `sshmedic-${randomBytes(6).toString('hex')}`,
      command: `sshmedic-${randomBytes(6).toString('hex')}`,
    }
    const child = start(options.byCommand ? [...options.args, `echo ${questions.shell}`] : options.args)
    if (child instanceof Unanswered) reject(child)
    else new Watch(child, options, questions).until(resolve, reject)
  })
}

/** What a shell, and a command, will say if they live. */
interface Questions {
  shell: string
  command: string
}

/** One run of ssh, from its start to its end, which is told once. */
class Watch {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #options: WatchOptions
  readonly #questions: Questions
  readonly #began = performance.now()
  readonly #before = kernelCounters(4)
  readonly #stepAt: LoginFact['stepAt'] = { start: 0 }
  /** Behind a jump the jump's own login comes first in the same stream. */
  readonly #follower = new StepFollower()
  readonly #said = new HeadAndTail(STDERR_KEPT)
  readonly #onAbort = (): void => this.#stop('enough')
  #stdout = Buffer.alloc(0)
  #line = ''
  #stopped: LoginFact['stopped']
  #shellAnswered = false
  #commandAnswered = false
  #settled = false
  #stall: NodeJS.Timeout | undefined
  #total: NodeJS.Timeout | undefined

  constructor(child: ChildProcessWithoutNullStreams, options: WatchOptions, questions: Questions) {
    this.#child = child
    this.#options = options
    this.#questions = questions
  }

  until(resolve: (fact: LoginFact) => void, reject: (why: Unanswered) => void): void {
    const [child, { signal, patience }] = [this.#child, this.#options]
    this.#stallAfter(14)
    this.#total = setTimeout(() => this.#stop('out-of-time'), TOTAL_SECONDS * 1000 * patience)
    signal.addEventListener('abort', this.#onAbort, { once: true })
    if (signal.aborted) this.#onAbort()
    child.stderr.on('data', (chunk: Buffer) => this.#hear(chunk.toString('utf8')))
    child.stdout.on('data', (chunk: Buffer) => this.#answer(chunk))
    // A peer that hangs up while we ask is a result, told by the exit; the pipe's own error adds nothing.
    child.stdin.on('error', () => undefined)
    child.stdin.end(this.#options.byCommand ? '' : this.#typed())
    child.on('error', (error: NodeJS.ErrnoException) => {
      this.#settle()
      reject(notStarted(error))
    })
    // A ProxyCommand or a jump's ssh outlives the ssh that started it, and may hold its stderr open for ever.
    child.on('exit', () => end(child, 'SIGTERM'))
    child.on('exit', () => setTimeout(() => end(child, 'SIGKILL'), LINGER_MS))
    child.on('close', (exit, killedBy) => {
      if (this.#settled) return
      this.#settle()
      resolve(this.#fact(exit, killedBy))
    })
  }

  /**
   * What the login shell reads as if typed. The first line is for a start-up file that asks something of its own; the third
   * starts a shell the way sshd does for a remote command: with SHLVL below 2 bash reads ~/.bashrc then (bash shell.c
   * run_startup_files). No data of the user's is in it.
   */
  #typed(): string {
    const { shell, command } = this.#questions
    return `:\necho ${shell}\nSHLVL=0 "$SHELL" -c 'echo ${command}'\nexit\n`
  }

  #since(): number {
    return (performance.now() - this.#began) / 1000
  }

  #settle(): void {
    this.#settled = true
    clearTimeout(this.#stall)
    clearTimeout(this.#total)
    this.#options.signal.removeEventListener('abort', this.#onAbort)
  }

  #stop(why: NonNullable<LoginFact['stopped']>): void {
    if (this.#settled || this.#stopped) return
    this.#stopped = why
    end(this.#child, 'SIGTERM')
    setTimeout(() => !this.#settled && end(this.#child, 'SIGKILL'), 700).unref()
  }

  #stallAfter(seconds: number): void {
    clearTimeout(this.#stall)
    this.#stall = setTimeout(() => this.#stop('stalled'), seconds * 1000 * this.#options.patience)
  }

  #mark(step: LoginStep, text: string): void {
    const at = this.#since()
    this.#stepAt[step] ??= at
    clearTimeout(this.#stall)
    const limit = PATIENCE_AFTER[step]
    if (limit !== undefined) this.#stallAfter(limit)
    this.#options.onStep?.(step, at, text)
  }

  #hear(text: string): void {
    this.#said.add(text)
    const lines = (this.#line + text).split('\n')
    this.#line = (lines.pop() ?? '').slice(-8192)
    for (const one of lines) {
      const step = this.#follower.next(one)
      if (step) this.#mark(step, one)
    }
  }

  #answer(chunk: Buffer): void {
    const room = STDOUT_KEPT - this.#stdout.length
    if (room > 0) this.#stdout = Buffer.concat([this.#stdout, chunk.subarray(0, room)])
    if (!this.#shellAnswered && this.#stdout.includes(this.#questions.shell)) {
      this.#shellAnswered = true
      this.#mark('shell', '')
      // The second question gets less time: a shell that answered once and now hangs is a finding, not a wait.
      this.#stallAfter(6)
    }
    if (this.#stdout.includes(this.#questions.command)) this.#commandAnswered = true
  }

  #fact(exit: number | null, killedBy: NodeJS.Signals | null): LoginFact {
    const log = readClientLog(this.#said.text())
    const after = kernelCounters(4)
    const { shell, command } = this.#questions
    const output = Buffer.from(this.#stdout.toString('latin1').replaceAll(shell, '').replaceAll(command, ''), 'latin1')
    for (const step of LOGIN_STEPS)
      if (this.#stepAt[step] !== undefined && LOGIN_STEPS.indexOf(step) > LOGIN_STEPS.indexOf(log.reached))
        log.reached = step
    return {
      log,
      stepAt: this.#stepAt,
      seconds: this.#since(),
      exit,
      ...(killedBy ? { signal: killedBy } : {}),
      ...(this.#stopped ? { stopped: this.#stopped } : {}),
      shellAnswered: this.#shellAnswered,
      commandAnswered: this.#commandAnswered,
      ...(this.#before && after ? { retransmits: after.retransmits - this.#before.retransmits } : {}),
      ...(output.toString('latin1').trim() ? { output: visibleBytes(output).trim() } : {}),
    }
  }
}

/** A process group of its own, so that a proxy can be ended with it; and no terminal, so that nobody asks at ours. */
function start(args: readonly string[]): ChildProcessWithoutNullStreams | Unanswered {
  try {
    const child = spawn('ssh', args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: OWN_GROUP,
      windowsHide: true,
      env: { ...process.env, LC_ALL: 'C', SSH_ASKPASS_REQUIRE: 'never' },
    })
    // Without a file descriptor left there are no pipes either, and Node says so only by their absence.
    if (child.stdin as unknown) return child
    child.on('error', () => undefined)
    return notStarted({ code: 'EMFILE' })
  } catch (error) {
    // Too long a command line, say, is thrown and not emitted.
    return notStarted(error as { code?: string })
  }
}

function notStarted({ code }: { code?: string }): Unanswered {
  // EACCES: a folder of PATH may not be looked into, and no other one has an ssh.
  const absent = code === 'ENOENT' || code === 'EACCES'
  return new Unanswered(
    'absent',
    absent ? 'there is no ssh program in PATH' : `ssh could not be started (${code ?? 'unknown'})`,
  )
}

function end({ pid }: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(OWN_GROUP ? -pid : pid, signal)
  } catch {
    // All of it has gone by itself.
  }
}

/** A text's beginning and its end, half the room each. */
class HeadAndTail {
  readonly #half: number
  #head = ''
  #tail = ''

  constructor(kept: number) {
    this.#half = kept / 2
  }

  add(text: string): void {
    const room = this.#half - this.#head.length
    this.#head += text.slice(0, room)
    if (text.length > room) this.#tail = (this.#tail + text.slice(room)).slice(-this.#half)
  }

  text(): string {
    if (this.#tail.length < this.#half) return this.#head + this.#tail
    return `${this.#head}\n${this.#tail.slice(this.#tail.indexOf('\n') + 1)}`
  }
}
