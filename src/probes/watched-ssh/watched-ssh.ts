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
    const began = performance.now()
    const since = () => (performance.now() - began) / 1000
    const asked = {
      shell: 'sshmedic-' + randomBytes(6).toString('hex'),
      command: 'sshmedic-' + randomBytes(6).toString('hex'),
    }
    const stepAt: LoginFact['stepAt'] = { start: 0 }
    const before = kernelCounters(4)
    // Behind a jump the jump's own login comes first in the same stream.
    const follower = new StepFollower()
    const said = new HeadAndTail(STDERR_KEPT)
    let stdout = Buffer.alloc(0)
    let line = ''
    let stopped: LoginFact['stopped']
    let shellAnswered = false
    let commandAnswered = false
    let settled = false

    const child = start(options.byCommand ? [...options.args, `echo ${asked.shell}`] : options.args)
    if (child instanceof Unanswered) return reject(child)
    const stop = (why: NonNullable<LoginFact['stopped']>) => {
      if (settled || stopped) return
      stopped = why
      end(child, 'SIGTERM')
      setTimeout(() => !settled && end(child, 'SIGKILL'), 700).unref()
    }
    let stall = setTimeout(() => stop('stalled'), 14_000 * options.patience)
    const total = setTimeout(() => stop('out-of-time'), TOTAL_SECONDS * 1000 * options.patience)
    const onAbort = () => stop('enough')
    options.signal.addEventListener('abort', onAbort, { once: true })
    if (options.signal.aborted) onAbort()

    const mark = (step: LoginStep, text: string) => {
      const at = since()
      stepAt[step] ??= at
      clearTimeout(stall)
      const limit = PATIENCE_AFTER[step]
      if (limit !== undefined) stall = setTimeout(() => stop('stalled'), limit * 1000 * options.patience)
      options.onStep?.(step, at, text)
    }

    child.stderr.on('data', (chunk: Buffer) => {
      const text = chunk.toString('utf8')
      said.add(text)
      line += text
      const lines = line.split('\n')
      line = (lines.pop() ?? '').slice(-8192)
      for (const one of lines) {
        const step = follower.next(one)
        if (step) mark(step, one)
      }
    })
    child.stdout.on('data', (chunk: Buffer) => {
      if (stdout.length < STDOUT_KEPT) stdout = Buffer.concat([stdout, chunk.subarray(0, STDOUT_KEPT - stdout.length)])
      if (!shellAnswered && stdout.includes(asked.shell)) {
        shellAnswered = true
        mark('shell', '')
        // The second question gets less time: a shell that answered once and now hangs is a finding, not a wait.
        clearTimeout(stall)
        stall = setTimeout(() => stop('stalled'), 6000 * options.patience)
      }
      if (stdout.includes(asked.command)) commandAnswered = true
    })
    // A peer that hangs up while we ask is a result, told by the exit; the pipe's own error adds nothing.
    child.stdin.on('error', () => undefined)
    // The login shell reads this as if typed. The first line is for a start-up file that asks something of its own; the third
    // starts a shell the way sshd does for a remote command: with SHLVL below 2 bash reads ~/.bashrc then (bash shell.c
    // run_startup_files). No data of the user's is in it.
    child.stdin.end(
      options.byCommand ? '' : `:\necho ${asked.shell}\nSHLVL=0 "$SHELL" -c 'echo ${asked.command}'\nexit\n`,
    )

    child.on('error', (error: NodeJS.ErrnoException) => {
      settled = true
      clearTimeout(stall)
      clearTimeout(total)
      options.signal.removeEventListener('abort', onAbort)
      reject(notStarted(error))
    })
    // A ProxyCommand or a jump's ssh outlives the ssh that started it, and may hold its stderr open for ever.
    child.on('exit', () => end(child, 'SIGTERM'))
    child.on('exit', () => setTimeout(() => end(child, 'SIGKILL'), LINGER_MS))
    child.on('close', (exit, signal) => {
      if (settled) return
      settled = true
      clearTimeout(stall)
      clearTimeout(total)
      options.signal.removeEventListener('abort', onAbort)
      const log = readClientLog(said.text())
      const after = kernelCounters(4)
      const output = Buffer.from(
        stdout.toString('latin1').replaceAll(asked.shell, '').replaceAll(asked.command, ''),
        'latin1',
      )
      for (const step of LOGIN_STEPS)
        if (stepAt[step] !== undefined && LOGIN_STEPS.indexOf(step) > LOGIN_STEPS.indexOf(log.reached))
          log.reached = step
      resolve({
        log,
        stepAt,
        seconds: since(),
        exit,
        ...(signal ? { signal } : {}),
        ...(stopped ? { stopped } : {}),
        shellAnswered,
        commandAnswered,
        ...(before && after ? { retransmits: after.retransmits - before.retransmits } : {}),
        ...(output.toString('latin1').trim() ? { output: visibleBytes(output).trim() } : {}),
      })
    })
  })
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
