import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoginStep } from '../core/types.ts'
import { readClientLog, StepFollower } from '../client-log/client-log.ts'
import type { ClientLog } from '../core/types.ts'

/** One ssh connection that others ride on, in a folder nobody else can look into. */
export interface Master {
  /** Its control socket. */
  path: string
  /** Its ssh has ended. */
  readonly ended: boolean
  close(): Promise<void>
}

export interface MasterFailure {
  log: ClientLog
  says: string
}

export interface MasterOptions {
  /** ssh's arguments, without those of the shared connection. */
  args: readonly string[]
  /** In all; without anything new; and until somebody answers there at all. */
  seconds: { total: number; stalled: number; silent: number }
  signal?: AbortSignal
  onStep?(step: LoginStep): void
}

/**
 * A shell stands between: it holds the other end of our pipe, so that however we end (a crash and SIGKILL included) it
 * ends ssh with its proxies and removes the folder. ssh must not inherit its ignored signals, so the trap comes after. Now
 * and then ssh (9.2 was seen to) does not act on a TERM for seconds, so a KILL follows.
 */
const KEEPER = `
dir=$1
shift
"$@" </dev/null >/dev/null &
trap '' HUP INT TERM
exec >/dev/null 2>&1
read -r _
kill -TERM 0
rm -rf "$dir"
kill -KILL 0
`

/** A socket's whole path is at most 104 bytes on macOS and BSD, and ssh makes a temporary name 17 longer first. */
const LONGEST_FOLDER = 70
const STDERR_KEPT = 64 * 1024

/** Logs in and waits until the connection can be shared. Never rejects for what the world does. */
export async function startMaster(options: MasterOptions): Promise<Master | MasterFailure> {
  let dir: string
  try {
    const parent = tmpdir().length <= LONGEST_FOLDER - 'sshmedic-XXXXXX/s'.length ? tmpdir() : '/tmp'
    dir = await mkdtemp(join(parent, 'sshmedic-'))
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown'
    return {
      log: readClientLog(''),
      says: `no folder for the control socket of ssh can be made on this machine (${why})`,
    }
  }
  const path = join(dir, 's')
  const sharing = ['-o', 'ControlMaster=yes', '-o', 'ControlPersist=no', '-S', path.replaceAll('%', '%%'), '-N']
  const child = spawn('sh', ['-c', KEEPER, 'sh', dir, 'ssh', '-v', ...sharing, ...options.args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
    env: { ...process.env, LC_ALL: 'C', SSH_ASKPASS_REQUIRE: 'never' },
  })
  let unstarted: string | undefined
  child.on('error', (error: NodeJS.ErrnoException) => (unstarted = error.code ?? 'unknown'))
  // Whoever forgets to close it is not kept alive by it; the keeper's pipe ends with us.
  child.unref()
  for (const stream of [child.stdin, child.stderr]) (stream as Socket | null)?.unref()
  const began = performance.now()
  const state = { ended: false, closing: false, answered: false, stepAt: began }
  const onStep = (step: LoginStep) => {
    state.stepAt = performance.now()
    // Behind a proxy or a jump its own words are the first answer.
    if (step !== 'start' && step !== 'resolve' && step !== 'connect') state.answered = true
    options.onStep?.(step)
  }
  const said = follow(child, onStep, () => (state.ended = true))
  const close = async () => {
    if (!state.closing) {
      state.closing = true
      await endKeeper(child)
      rmSync(dir, { recursive: true, force: true })
    }
  }

  while (!existsSync(path)) {
    const now = performance.now()
    const { total, stalled, silent } = options.seconds
    const dead = !state.answered && now - began > silent * 1000
    const late = dead || now - began > total * 1000 || now - state.stepAt > stalled * 1000
    if (state.ended || late || options.signal?.aborted) {
      await close()
      const log = readClientLog(said())
      const waited = dead
        ? `nobody answers there within ${Math.round(silent)} s`
        : `no login after ${Math.round((now - began) / 1000)} s (it came as far as: ${log.reached})`
      if (unstarted !== undefined) return { log, says: `no program can be started on this machine (${unstarted})` }
      const says = options.signal?.aborted ? 'interrupted' : late ? waited : (log.says ?? lastLine(said()))
      return { log, says }
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    path,
    get ended() {
      return state.ended || state.closing
    },
    close,
  }
}

/** Reads ssh's own words: its steps, the last of its text, and its end. */
function follow({ stderr }: ChildProcess, onStep: MasterOptions['onStep'], onEnd: () => void): () => string {
  const follower = new StepFollower()
  let said = ''
  let line = ''
  if (!stderr) {
    onEnd()
    return () => ''
  }
  stderr.on('data', (chunk: Buffer) => {
    const text = chunk.toString('utf8')
    said = (said + text).slice(-STDERR_KEPT)
    const lines = (line + text).split('\n')
    line = (lines.pop() ?? '').slice(-8192)
    for (const one of lines) {
      const step = follower.next(one)
      if (step) onStep?.(step)
    }
  })
  stderr.once('close', onEnd)
  return () => said
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^(?:debug\d|OpenSSH_)/.test(line))
  return lines.at(-1)?.trim() ?? 'ssh ended and said nothing'
}

/** The pipe's end is the keeper's sign; who does not go by that goes with its whole group. */
function endKeeper(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return resolve()
    const force = setTimeout(() => {
      try {
        process.kill(-child.pid!, 'SIGKILL')
      } catch {
        // All of it has gone by itself.
      }
      resolve()
    }, 1500)
    child.once('exit', () => {
      clearTimeout(force)
      child.stderr?.destroy()
      resolve()
    })
    child.stdin?.end()
  })
}
