import { randomBytes } from 'node:crypto'
import type { ChildProcess } from 'node:child_process'
import type { ExecOptions, ExecResult } from '../core/access.ts'
import { DEFAULT_TIMEOUT_MS } from './child.ts'
import { posixCommand } from './quote.ts'
import { UntilMark } from './until-mark.ts'

const DEFAULT_MAX_BYTES = 1024 * 1024
const STDERR_KEPT = 64 * 1024
const PREPARED = 'PATH=$PATH:/usr/sbin:/sbin:/usr/bin:/bin; export PATH'

/** What one command is asked with. */
export type RootOptions = Pick<ExecOptions, 'timeoutMs' | 'maxBytes' | 'signal'>

/**
 * A shell that somebody else has made root's, fed by its standard input: sudo is asked once, and not before each command. One command at
 * a time; whoever's clock runs out ends the shell with it.
 */
export class RootShell {
  readonly #child: ChildProcess
  readonly #mark = `sshmedic-${randomBytes(9).toString('hex')}`
  #onStdout: (chunk: Buffer) => void = () => {}
  #onStderr: (chunk: Buffer) => void = () => {}
  #onEnd: () => void = () => {}
  #ended = false
  /** Whether it is root: false where sudo refuses, or the shell says another user. Stays open as long as sudo thinks. */
  readonly isRoot: Promise<boolean>

  constructor(child: ChildProcess) {
    this.#child = child
    child.stdin!.on('error', () => undefined)
    child.stdout!.on('data', (chunk: Buffer) => this.#onStdout(chunk))
    child.stderr!.on('data', (chunk: Buffer) => this.#onStderr(chunk))
    for (const event of ['error', 'close'] as const)
      child.once(event, () => {
        this.#ended = true
        this.#onEnd()
      })
    this.isRoot = this.#greet()
  }

  get ended(): boolean {
    return this.#ended
  }

  async #greet(): Promise<boolean> {
    // What a login shell's start-up files say stands in front, so the exit code answers.
    const { code } = await this.#read('[ "$(id -u)" = 0 ]', { timeoutMs: Infinity, maxBytes: 0 })
    return code === 0
  }

  /** Runs one argument vector. @returns undefined where the shell ended before the command did */
  async run(argv: readonly string[], options: RootOptions): Promise<ExecResult | undefined> {
    const result = await this.#read(posixCommand(argv), options)
    return result.code === null && !result.timedOut && !options.signal?.aborted ? undefined : result
  }

  #read(command: string, options: RootOptions): Promise<ExecResult> {
    const { timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES, signal } = options
    const began = performance.now()
    const stdout = new UntilMark(this.#mark, maxBytes)
    const stderr = new UntilMark(this.#mark, STDERR_KEPT)
    return new Promise((resolve) => {
      const settle = (timedOut: boolean) => {
        clearTimeout(clock)
        signal?.removeEventListener('abort', onAbort)
        this.#onStdout = this.#onStderr = this.#onEnd = () => {}
        const whole = stdout.marked !== undefined
        resolve({
          code: whole ? Number(stdout.marked) : null,
          stdout: stdout.text(),
          stderr: stderr.text(),
          timedOut,
          cut: stdout.cut,
          seconds: (performance.now() - began) / 1000,
        })
      }
      const giveUp = (timedOut: boolean) => {
        this.close()
        settle(timedOut)
      }
      const onAbort = () => giveUp(false)
      const clock = timeoutMs < 2 ** 31 ? setTimeout(() => giveUp(true), timeoutMs) : undefined
      const bothMarked = () => stdout.marked !== undefined && stderr.marked !== undefined && settle(false)
      this.#onStdout = (chunk) => {
        stdout.add(chunk)
        bothMarked()
      }
      this.#onStderr = (chunk) => {
        stderr.add(chunk)
        bothMarked()
      }
      this.#onEnd = () => settle(false)
      if (this.#ended || signal?.aborted) return giveUp(false)
      signal?.addEventListener('abort', onAbort, { once: true })
      const marks = `printf '\\n%s %s\\n' ${this.#mark} "$?"; printf '\\n%s 0\\n' ${this.#mark} >&2`
      this.#child.stdin!.write(`(${PREPARED}; ${command}\n) </dev/null; ${marks}\n`)
    })
  }

  /** Ends it, and whatever it runs. */
  close(): void {
    this.#child.stdin?.destroy()
    this.#child.kill('SIGTERM')
  }
}
