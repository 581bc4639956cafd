import { spawn } from 'node:child_process'
import type { ChildProcess, StdioOptions } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { removeFolder } from '../remove-folder.ts'

/** The program as it is published: everything here starts it as a child and reads what it leaves. */
export const PROGRAM = join(import.meta.dirname, '../../bin/sshmedic.js')
const PEAK_MEMORY = join(import.meta.dirname, 'peak-memory.ts')

/** Far beyond every clock of the program: only a hang meets it. */
const HANG_MS = 180_000

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  /** The exact bytes; stdout and stderr are the same as text. */
  stdoutBytes: Buffer
  stdout: string
  stderr: string
  /** The most memory it ever held, in MiB; undefined where a signal ended it. */
  peakMiB?: number
  /** It had to be killed. */
  hung: boolean
  /** What it had started and left running. */
  left: string[]
}

export interface RunOptions {
  env?: Record<string, string | undefined>
  /** Written to its stdin, which then ends. */
  stdin?: string | Uint8Array
  /** In place of the three pipes. */
  stdio?: StdioOptions
  cwd?: string
  uid?: number
  /** Sees the process while it runs. */
  onStart?: (child: ChildProcess) => void
  /** What to start, where it is not sshmedic itself. */
  argv?: readonly string[]
}

/** A home with nothing in it but an empty ssh configuration. */
export class Home {
  readonly folder = mkdtempSync(join(tmpdir(), 'sshmedic-cli-'))
  readonly config = join(this.folder, 'ssh_config')
  #runs = 0
  #atEnd: (() => void)[] = []

  /** It goes when the test file ends, unless its owner removes it. */
  constructor(untilEndOfFile = true) {
    writeFileSync(this.config, '')
    mkdirSync(join(this.folder, 'cache'))
    if (untilEndOfFile) after(() => this.remove())
  }

  /** Looked at before it goes. */
  onEnd(look: () => void): void {
    this.#atEnd.push(look)
  }

  remove(): void {
    try {
      for (const look of this.#atEnd) look()
    } finally {
      removeFolder(this.folder)
    }
  }

  /** What stands in front of the destination in nearly every test: no configuration, no memory of host keys. */
  ssh(port: number, ...more: string[]): string[] {
    const options = ['UserKnownHostsFile=/dev/null', 'GlobalKnownHostsFile=/dev/null', 'StrictHostKeyChecking=no']
    const named = [...options, 'IdentitiesOnly=yes', 'IdentityFile=none', ...more]
    return ['-F', this.config, '-p', String(port), ...named.flatMap((option) => ['-o', option])]
  }

  /** The environment of a run: this home, and nothing of the tester's own agent, colours or columns. */
  env(more: RunOptions['env'] = {}): NodeJS.ProcessEnv {
    const env: NodeJS.ProcessEnv = { ...process.env, HOME: this.folder, XDG_CACHE_HOME: join(this.folder, 'cache') }
    for (const name of ['SSH_AUTH_SOCK', 'NO_COLOR', 'FORCE_COLOR', 'COLUMNS', 'NODE_OPTIONS', 'NODE_TEST_CONTEXT']) {
      delete env[name]
    }
    for (const [name, value] of Object.entries(more)) {
      if (value === undefined) delete env[name]
      else env[name] = value
    }
    return env
  }

  /** Runs sshmedic to its end. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
    const peakFile = join(this.folder, `peak-${++this.#runs}`)
    const mark = `${MARK}=${process.pid}-${peakFile}`
    // Somebody else could not write into this home.
    const measured = options.uid === undefined && {
      NODE_OPTIONS: `--import=${PEAK_MEMORY}`,
      SSHMEDIC_TEST_PEAK: peakFile,
    }
    const env = this.env({ ...options.env, ...measured, [MARK]: mark.slice(MARK.length + 1) })
    const [program, ...rest] = [...(options.argv ?? [process.execPath, PROGRAM]), ...args] as [string, ...string[]]
    return new Promise((resolve, reject) => {
      const child = spawn(program, rest, {
        env,
        stdio: options.stdio ?? 'pipe',
        ...(options.cwd ? { cwd: options.cwd } : {}),
        ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
      })
      const streams = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
      let hung = false
      const clock = setTimeout(() => {
        hung = true
        child.kill('SIGKILL')
      }, HANG_MS)
      child.stdout?.on('data', (chunk: Buffer) => streams.stdout.push(chunk))
      child.stderr?.on('data', (chunk: Buffer) => streams.stderr.push(chunk))
      // It may end before it has read everything.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(options.stdin ?? '')
      child.once('error', reject)
      child.once('close', async (code, signal) => {
        clearTimeout(clock)
        const left = await leftBehind(mark)
        const stdoutBytes = Buffer.concat(streams.stdout)
        resolve({
          code,
          signal,
          hung,
          left,
          stdoutBytes,
          stdout: stdoutBytes.toString('utf8'),
          stderr: Buffer.concat(streams.stderr).toString('utf8'),
          ...peakOf(peakFile),
        })
      })
      options.onStart?.(child)
    })
  }
}

/** Everything the program starts inherits this, and so can be found again. */
const MARK = 'SSHMEDIC_TEST_RUN'

/** The command lines of what still runs of a run, after a moment to go by itself. */
async function leftBehind(mark: string): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const running = existsSync('/proc/self/environ')
      ? readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && hasMark(pid, `${mark}\0`))
      : []
    if (running.length === 0 || tries >= 40) return running.map((pid) => readProc(pid, 'cmdline').replaceAll('\0', ' '))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The processes of a run that are there now, by their command lines. */
export function runningNow(folder: string): { pid: number; argv: string[] }[] {
  const mine = readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && hasMark(pid, `${MARK}=${process.pid}-${folder}`),
  )
  return mine.map((pid) => ({ pid: Number(pid), argv: readProc(pid, 'cmdline').split('\0') }))
}

const hasMark = (pid: string, mark: string): boolean =>
  readProc(pid, 'environ').includes(mark) && !/^State:\s+Z/m.test(readProc(pid, 'status'))

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    // It is gone.
    return ''
  }
}

function peakOf(file: string): { peakMiB?: number } {
  try {
    return { peakMiB: Number(readFileSync(file, 'utf8')) / 1024 }
  } catch {
    return {}
  }
}

/** A port of loopback on which nobody listens just now. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
