import type { ChildProcess } from 'node:child_process'
import type { ExecResult } from '../core/access.ts'
import { RootShell } from './root-shell.ts'
import type { RootOptions } from './root-shell.ts'

/** Longer than any resolver's own time-outs; a sudo that has not answered by then makes nobody root. Milliseconds. */
const PATIENCE_MS = 60_000
/** sudo usually answers within that: whoever asks need not be told that it is pending. Milliseconds. */
const USUAL_MS = 1500

/** So many commands of root's at once; each further shell asks sudo once more, and holds a session. */
const MOST = 2

/**
 * Root, become once: sudo may take as long as the machine's name service hangs (it looks its own host name up), and a clock that runs
 * out meanwhile is no refusal. Whoever asks for root waits for it; nobody else does.
 */
export class BecomeRoot {
  readonly #start: () => ChildProcess | undefined
  readonly #patience: number
  readonly #idle: RootShell[] = []
  readonly #all = new Set<RootShell>()
  #waiting: (() => void)[] = []
  /** Fewer than `MOST` once a further shell was refused: sudo, or a limit of logins, allows no more. */
  #most = MOST
  #closed = false
  /** Whether sudo makes us root, and how long it took; stays open while sudo thinks. */
  readonly settled: Promise<{ root: boolean; seconds: number }>

  /** `start` begins `sudo -n -- /bin/sh` there; undefined where it cannot be begun. */
  constructor(start: () => ChildProcess | undefined, patience = 1) {
    this.#start = start
    this.#patience = patience
    const began = performance.now()
    this.settled = this.#open().then((shell) => {
      if (shell) this.#idle.push(shell)
      return { root: shell !== undefined, seconds: (performance.now() - began) / 1000 }
    })
  }

  async #open(): Promise<RootShell | undefined> {
    const child = this.#start()
    if (!child) return undefined
    const shell = new RootShell(child)
    this.#all.add(shell)
    const clock = setTimeout(() => shell.close(), PATIENCE_MS * this.#patience)
    const isRoot = await shell.isRoot
    clearTimeout(clock)
    if (isRoot) return shell
    shell.close()
    this.#all.delete(shell)
    return undefined
  }

  /** Whether we are root, as far as that is known soon. */
  async soon(): Promise<boolean | 'pending'> {
    let clock: NodeJS.Timeout | undefined
    const pending = new Promise<'pending'>((resolve) => {
      clock = setTimeout(() => resolve('pending'), USUAL_MS * this.#patience)
    })
    const root = await Promise.race([this.settled.then((one) => one.root), pending])
    clearTimeout(clock)
    return root
  }

  /** Runs as root, once we are. @returns undefined where sudo refuses, or its shell ended first: then nothing is known */
  async exec(argv: readonly string[], options: RootOptions): Promise<ExecResult | undefined> {
    const { signal } = options
    if (this.#closed) return undefined
    const root = await Promise.race([this.settled.then((one) => one.root), aborted(signal)])
    if (!root) return undefined
    const shell = await this.#take(signal)
    if (!shell) return undefined
    const result = await shell.run(argv, options)
    this.#give(shell)
    return result
  }

  async #take(signal: AbortSignal | undefined): Promise<RootShell | undefined> {
    for (;;) {
      if (signal?.aborted || this.#closed) return undefined
      const shell = this.#idle.pop()
      if (shell && !shell.ended) return shell
      if (shell) this.#all.delete(shell)
      else if (this.#all.size < this.#most) {
        const more = await this.#open()
        if (more) return more
        if (this.#all.size === 0) {
          this.#wake()
          return undefined
        }
        // Whoever is refused a further one waits for the first, as everybody else does.
        this.#most = this.#all.size
        this.#wake()
      } else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  #give(shell: RootShell): void {
    if (shell.ended) this.#all.delete(shell)
    else this.#idle.push(shell)
    this.#wake()
  }

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const one of waiting) one()
  }

  /**
   * Ends its shells, for good: what wants root asks sudo by itself from now on. @returns whether that leaves a session free
   */
  makeRoom(): boolean {
    const held = this.#all.size > 0
    this.#closed = true
    this.close()
    return held
  }

  close(): void {
    for (const shell of this.#all) shell.close()
    this.#all.clear()
    this.#idle.length = 0
  }
}

const aborted = (signal: AbortSignal | undefined): Promise<false> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve(false)
    signal?.addEventListener('abort', () => resolve(false), { once: true })
  })
