import { spawn } from 'node:child_process'

/** What came of a command. `code` is null where a signal ended it. */
export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
  timedOut: boolean
  ms: number
}

/** How a command is run. */
export interface CommandOptions {
  timeoutMs?: number
  env?: NodeJS.ProcessEnv
  stdin?: string
}

// A pre-banner flood must not fill the memory of the test that provokes it.
const KEPT = 4 << 20

/** Runs a program to its end, or kills it and its process group at the timeout; never rejects for what the program did. */
export function command(argv: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
  const [program, ...args] = argv as [string, ...string[]]
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, env: options.env ?? process.env, stdio: 'pipe' })
    let stdout = ''
    let stderr = ''
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      killGroup(child.pid)
    }, options.timeoutMs ?? 60_000)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < KEPT) stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < KEPT) stderr += text
    })
    child.stdin.on('error', () => {}).end(options.stdin ?? '')
    const finish = (code: number | null): void => {
      clearTimeout(timer)
      resolve({ code, stdout, stderr, timedOut, ms: performance.now() - started })
    }
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', finish)
    // A daemon left behind may hold the pipes open for ever; what counts is that the program itself is gone.
    child.on('exit', (code) => setTimeout(() => finish(code), 500).unref())
  })
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Runs a program that has to succeed; what it said becomes the error where it does not. */
export async function must(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
  const outcome = await command(argv, options)
  if (outcome.code !== 0) {
    const why = outcome.timedOut ? 'timed out' : `ended with ${outcome.code}`
    throw new Error(`${argv.join(' ').slice(0, 200)} ${why}: ${(outcome.stderr || outcome.stdout).trim().slice(-1500)}`)
  }
  return outcome.stdout
}
