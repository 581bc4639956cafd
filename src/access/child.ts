import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { ExecOptions } from '../core/access.ts'
import { Framed } from './framed.ts'

export interface ChildOptions extends ExecOptions {
  env?: NodeJS.ProcessEnv
  /** Both streams begin with this word and a line end; what comes before is noise of a login shell's. */
  mark?: string
}

export interface ChildEnd {
  code: number | null
  signal?: NodeJS.Signals
  stdout: string
  stderr: string
  timedOut: boolean
  aborted: boolean
  cut: boolean
  seconds: number
  /** What stood behind the mark on its line; undefined where no mark came. */
  marked?: string
  /** What both streams had said before the mark, the last of it. */
  noise: string
  /** It could not be started: the operating system's code. */
  failed?: string
}

export const DEFAULT_TIMEOUT_MS = 15_000
const DEFAULT_MAX_BYTES = 1024 * 1024
const STDERR_KEPT = 64 * 1024
/** From asking to end to ending. */
const GRACE_MS = 500
/** A program that is gone may have left a child that keeps its output open. */
const LINGER_MS = 150
/** setTimeout takes no more. */
const FOREVER_MS = 2 ** 31 - 1

/**
 * Runs one program of this machine in a process group of its own, with all the manners of `ExecOptions`: its clock, its
 * bounded memory, its backpressure. Never rejects for what the program does.
 */
export function runChild(argv: readonly string[], options: ChildOptions): Promise<ChildEnd> {
  return new Promise((resolve) => new Run(options, resolve).start(argv))
}

/** One child from its start to its end, which is told once. */
class Run {
  readonly #options: ChildOptions
  readonly #resolve: (end: ChildEnd) => void
  readonly #began = performance.now()
  readonly #stdout: Framed
  readonly #stderr: Framed
  readonly #timers: NodeJS.Timeout[] = []
  readonly #onAbort = (): void => this.#end('aborted')
  #child: ChildProcess | undefined
  #why: 'timedOut' | 'aborted' | undefined
  #settled = false
  /** Chunks that somebody still works on. */
  #busy = 0
  #heard = 0
  #ended: { code: number | null; signal: NodeJS.Signals | null } = { code: null, signal: null }

  constructor(options: ChildOptions, resolve: (end: ChildEnd) => void) {
    this.#options = options
    this.#resolve = resolve
    this.#stdout = new Framed(options.maxBytes ?? DEFAULT_MAX_BYTES, options.mark)
    this.#stderr = new Framed(STDERR_KEPT, options.mark)
  }

  start(argv: readonly string[]): void {
    const { signal, timeoutMs = DEFAULT_TIMEOUT_MS, stdin = '', onStdout } = this.#options
    if (signal?.aborted) {
      this.#why = 'aborted'
      return this.#settle()
    }
    const child = start(argv, this.#options)
    if (typeof child === 'string') return this.#settle(child)
    this.#child = child
    if (timeoutMs < FOREVER_MS) this.#timers.push(setTimeout(() => this.#end('timedOut'), timeoutMs))
    signal?.addEventListener('abort', this.#onAbort, { once: true })
    this.#read(child.stdout!, this.#stdout, onStdout?.bind(this.#options))
    this.#read(child.stderr!, this.#stderr)
    // Who ends before it has read everything is no failure of ours.
    child.stdin!.on('error', () => undefined)
    child.stdin!.end(stdin)
    child.once('error', (error: NodeJS.ErrnoException) => this.#settle(error.code ?? 'unknown'))
    child.once('exit', (code, signal) => {
      this.#ended = { code, signal }
      this.#lookAgainLater()
    })
    child.once('close', () => this.#busy === 0 && this.#settle())
  }

  #read(stream: Readable, into: Framed, onChunk?: ExecOptions['onStdout']): void {
    stream.on('data', (chunk: Buffer) => {
      this.#heard++
      const fresh = into.add(chunk, onChunk === undefined)
      const waits = onChunk && fresh.length > 0 && !this.#settled ? onChunk(fresh) : undefined
      if (!waits) return
      this.#busy++
      stream.pause()
      const goOn = () => {
        this.#busy--
        stream.resume()
      }
      waits.then(goOn, goOn)
    })
  }

  /** It has gone; whoever else holds its output open is waited for as long as something comes. */
  #lookAgainLater(): void {
    const heard = this.#heard
    const look = () => {
      if (this.#busy === 0 && this.#heard === heard) this.#settle()
      else this.#lookAgainLater()
    }
    this.#timers.push(setTimeout(look, LINGER_MS))
  }

  #end(why: 'timedOut' | 'aborted'): void {
    if (this.#why || !this.#child) return
    this.#why = why
    const child = this.#child
    kill(child, 'SIGTERM')
    this.#timers.push(setTimeout(() => kill(child, 'SIGKILL'), GRACE_MS))
    // Root's processes are not ours to kill; their own clock ends them.
    this.#timers.push(setTimeout(() => this.#settle(), GRACE_MS + LINGER_MS))
  }

  #settle(failed?: string): void {
    if (this.#settled) return
    this.#settled = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#options.signal?.removeEventListener('abort', this.#onAbort)
    const child = this.#child
    for (const stream of [child?.stdin, child?.stdout, child?.stderr]) stream?.destroy()
    child?.unref()
    const { code, signal } = this.#ended
    const { marked } = this.#stdout
    this.#resolve({
      // What we end may still say an exit code (ssh: 255), and half an answer must not pass for a whole one.
      code: this.#why ? null : code,
      ...(signal ? { signal } : {}),
      stdout: this.#stdout.text(),
      stderr: this.#stderr.text(),
      timedOut: this.#why === 'timedOut',
      aborted: this.#why === 'aborted',
      cut: this.#stdout.cut,
      seconds: (performance.now() - this.#began) / 1000,
      ...(marked === undefined ? {} : { marked }),
      noise: `${this.#stdout.noise}\n${this.#stderr.noise}`.trim(),
      ...(failed === undefined ? {} : { failed }),
    })
  }
}

function start([program = '', ...args]: readonly string[], { env }: ChildOptions): ChildProcess | string {
  try {
    const child = spawn(program, args, {
      stdio: 'pipe',
      detached: process.platform !== 'win32',
      windowsHide: true,
      env: env ?? process.env,
    })
    // Without a file descriptor left there are no pipes either, and Node says so only by their absence.
    if (child.stdin as unknown) return child
    child.on('error', () => undefined)
    return 'EMFILE'
  } catch (error) {
    // Too long a command line, say, is thrown and not emitted.
    return (error as NodeJS.ErrnoException).code ?? 'unknown'
  }
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // It went by itself in the meantime, or is root's.
  }
}
