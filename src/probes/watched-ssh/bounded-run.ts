import { spawn } from 'node:child_process'
import { platform } from '../platform.ts'

export interface Ran {
  code: number | null
  signal?: string
  stdout: string
  stderr: string
  /** Our clock or the caller's signal ended it, and everything it had started. */
  ended?: 'out-of-time' | 'aborted'
  /** It could not be started: the operating system's code, such as ENOENT. */
  failed?: string
}

/** Kept of each stream; what comes beyond is read and thrown away. */
const KEPT = 256 * 1024
/** A program that is gone may have left a child that keeps its output open (ssh_config's `Match exec`). */
const LINGER_MS = 100

/**
 * Runs a program with an argument array, no shell, no input and no terminal, and comes back in time whatever it does.
 * It gets a process group of its own, so that what it started can be ended with it.
 * Never throws for what the program does.
 */
export function boundedRun(
  program: string,
  args: readonly string[],
  options: { seconds: number; signal?: AbortSignal; env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  return new Promise((resolve) => {
    const ran: Ran = { code: null, stdout: '', stderr: '' }
    if (options.signal?.aborted) {
      resolve({ ...ran, ended: 'aborted' })
      return
    }
    const ownGroup = platform.hasProcessGroups
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: ownGroup,
      windowsHide: true,
      env: options.env ?? process.env,
    })
    const chunks = { stdout: new Kept(), stderr: new Kept() }
    child.stdout.on('data', (chunk: Buffer) => chunks.stdout.add(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.stderr.add(chunk))

    const finish = () => {
      clearTimeout(clock)
      options.signal?.removeEventListener('abort', onAbort)
      child.stdout.destroy()
      child.stderr.destroy()
      child.unref()
      resolve({ ...ran, stdout: chunks.stdout.text(), stderr: chunks.stderr.text() })
    }
    const end = (how: NonNullable<Ran['ended']>) => {
      ran.ended = how
      kill(child.pid, ownGroup)
      finish()
    }
    const onAbort = () => end('aborted')
    const clock = setTimeout(() => end('out-of-time'), options.seconds * 1000)
    options.signal?.addEventListener('abort', onAbort, { once: true })

    child.once('error', (error: NodeJS.ErrnoException) => {
      ran.failed = error.code ?? 'unknown'
      finish()
    })
    child.once('exit', (code, signal) => {
      ran.code = code
      if (signal) ran.signal = signal
      setTimeout(finish, LINGER_MS).unref()
    })
    child.once('close', finish)
  })
}

/** The first bytes of a stream. */
class Kept {
  #chunks: Buffer[] = []
  #size = 0

  add(chunk: Buffer): void {
    if (this.#size >= KEPT) return
    this.#chunks.push(chunk)
    this.#size += chunk.length
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8', 0, KEPT)
  }
}

function kill(pid: number | undefined, group: boolean): void {
  if (pid === undefined) return
  try {
    process.kill(group ? -pid : pid, 'SIGKILL')
  } catch {
    // It went by itself in the meantime.
  }
}
