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
  return new Promise((resolve) => {
    const began = performance.now()
    const seconds = () => (performance.now() - began) / 1000
    const stdout = new Framed(options.maxBytes ?? DEFAULT_MAX_BYTES, options.mark)
    const stderr = new Framed(STDERR_KEPT, options.mark)
    const state = { timedOut: false, aborted: false, settled: false, busy: 0, heard: 0 }
    let ended: { code: number | null; signal: NodeJS.Signals | null } = { code: null, signal: null }

    let child: ChildProcess | undefined
    const timers: NodeJS.Timeout[] = []

    const settle = (failed?: string) => {
      if (state.settled) return
      state.settled = true
      for (const timer of timers) clearTimeout(timer)
      options.signal?.removeEventListener('abort', onAbort)
      for (const stream of [child?.stdin, child?.stdout, child?.stderr]) stream?.destroy()
      child?.unref()
      const { marked } = stdout
      resolve({
        // What we end may still say an exit code (ssh: 255), and half an answer must not pass for a whole one.
        code: state.timedOut || state.aborted ? null : ended.code,
        ...(ended.signal ? { signal: ended.signal } : {}),
        stdout: stdout.text(),
        stderr: stderr.text(),
        timedOut: state.timedOut,
        aborted: state.aborted,
        cut: stdout.cut,
        seconds: seconds(),
        ...(marked === undefined ? {} : { marked }),
        noise: `${stdout.noise}\n${stderr.noise}`.trim(),
        ...(failed === undefined ? {} : { failed }),
      })
    }
    const end = () => {
      kill(running, 'SIGTERM')
      timers.push(setTimeout(() => kill(running, 'SIGKILL'), GRACE_MS))
      // Root's processes are not ours to kill; their own clock ends them.
      timers.push(setTimeout(() => settle(), GRACE_MS + LINGER_MS))
    }
    const onAbort = () => {
      if (state.timedOut || state.aborted) return
      state.aborted = true
      end()
    }

    if (options.signal?.aborted) {
      state.aborted = true
      return settle()
    }
    const started = start(argv, options)
    if (typeof started === 'string') return settle(started)
    const running = (child = started)
    const limit = options.timeoutMs ?? DEFAULT_TIMEOUT_MS
    if (limit < FOREVER_MS) {
      timers.push(
        setTimeout(() => {
          if (state.aborted) return
          state.timedOut = true
          end()
        }, limit),
      )
    }
    options.signal?.addEventListener('abort', onAbort, { once: true })

    const read = (stream: Readable, into: Framed, onChunk?: ExecOptions['onStdout']) =>
      stream.on('data', (chunk: Buffer) => {
        state.heard++
        const fresh = into.add(chunk, onChunk === undefined)
        const waits = onChunk && fresh.length > 0 && !state.settled ? onChunk(fresh) : undefined
        if (!waits) return
        state.busy++
        stream.pause()
        const goOn = () => {
          state.busy--
          stream.resume()
        }
        waits.then(goOn, goOn)
      })
    read(running.stdout!, stdout, options.onStdout?.bind(options))
    read(running.stderr!, stderr)
    // Who ends before it has read everything is no failure of ours.
    running.stdin!.on('error', () => undefined)
    running.stdin!.end(options.stdin ?? '')

    running.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? 'unknown'))
    running.once('exit', (code, signal) => {
      ended = { code, signal }
      const lookAgain = (heard: number) => {
        if (state.busy === 0 && state.heard === heard) return settle()
        timers.push(setTimeout(lookAgain, LINGER_MS, state.heard))
      }
      timers.push(setTimeout(lookAgain, LINGER_MS, state.heard))
    })
    running.once('close', () => state.busy === 0 && settle())
  })
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
