import type { Missing } from './types.ts'

/** How one command on the other side is to be run. */
export interface ExecOptions {
  stdin?: string | Uint8Array
  /** Milliseconds; 15 000 unless said, Infinity for none. The command is ended then, and what it had printed is kept. */
  timeoutMs?: number
  /**
   * As root, by `sudo -n`; left out where we are root already. Where it is not allowed the command runs as who we are,
   * and what only root may read is refused there as to anybody: `Access.root` says beforehand which it is.
   */
  sudo?: boolean
  /** Bytes of stdout kept at most; 1 MiB unless said. What comes after is read and dropped. */
  maxBytes?: number
  /** Gets stdout as it comes instead of having it kept; `stdout` is then empty. No more is read until its promise is kept. */
  onStdout?(chunk: Uint8Array): void | Promise<void>
  signal?: AbortSignal
}

export interface ExecResult {
  /**
   * Exit code of the command, 126 or 127 where it could not be started; null where our clock ended it, or a signal (which
   * may also read as 128 and its number, or as 255).
   */
  code: number | null
  stdout: string
  stderr: string
  timedOut: boolean
  /** More than `maxBytes` came. */
  cut: boolean
  seconds: number
  /** The way in itself failed (not the command): one sentence. */
  lost?: string
}

/** A way in; nobody above asks which way it is. Reads only, unless a treatment says otherwise. */
export interface Access {
  /** As shown to the user: `ops@web1`, `this machine`. */
  via: string
  /**
   * `sudo: true` makes us root there (or we are): what only root may read can be asked. `pending`: sudo is still thinking, as it does
   * where the machine's own name does not resolve; what is asked with `sudo` waits for it.
   */
  root: boolean | 'pending'
  /** How that ends, and how long it took; left out where nobody had to be asked. */
  becomesRoot?: Promise<{ root: boolean; seconds: number }>
  /** The host its destination names, as typed; none on the machine itself. */
  host?: string
  /** The address the server sees us come from; none on the machine itself. */
  from?: string
  /** Seconds an empty command takes: what the patience with all others is measured by. */
  roundTrip: number
  /** Runs one argument vector, never a shell string built from data. Never throws for what the world does. */
  exec(argv: readonly string[], options?: ExecOptions): Promise<ExecResult>
  close(): Promise<void>
}

/** Why there is no way in: `failed` is a whole sentence. */
export interface NoWayIn {
  failed: string
  why: Missing['why']
}

/** A second way in, not opened yet. */
export interface WayIn {
  /** As shown to the user. */
  via: string
  /** It is this very machine that is looked at. */
  local: boolean
  /** The address people come from, where the user says so. */
  address?: string
  /** Whether it ends at the host of the target: then its logins are seen there, too. */
  sameHost: boolean
  /** Opens it; `connection` is asked before every login, and says whether it may be made. */
  open(options: { signal: AbortSignal; connection(first: boolean): Promise<boolean> }): Promise<Access | NoWayIn>
}
