import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const MEDIC = resolve(import.meta.dirname, '../../bin/sshmedic.js')

/** What `explain --json` concluded of a text; without a verdict where it said that the text does not tell. */
export interface Answer {
  code: number
  verdict?: string
  /** Ranked, probability from 0 to 1; `unknown` is no disease. */
  causes: { id: string; probability: number }[]
  /** What it printed where that was no JSON, stderr included. */
  said: string
}

/** One line of `explain --lines --json`. */
export interface LineAnswer {
  /** From 1. */
  line: number
  by: string | null
  id: string | null
  known: boolean
}

/** Hands the text to `explain --json` on its standard input, as somebody does who pastes. */
export async function explained(text: string): Promise<Answer> {
  const { code, out, err } = await medic(['explain', '--json'], text)
  try {
    const { verdict, causes } = JSON.parse(out) as { verdict: string; causes: { id: string; probability: number }[] }
    return { code, verdict, causes, said: '' }
  } catch {
    return { code, causes: [], said: `${out}${err}`.trim() }
  }
}

/** Has every line of the text annotated; throws where the program prints anything but one object a line. */
export async function annotated(text: string): Promise<LineAnswer[]> {
  const { code, out, err } = await medic(['explain', '--lines', '--json'], text)
  const lines = out.split('\n').filter((line) => line !== '')
  try {
    if (lines.length === 0) throw new TypeError('nothing annotated')
    return lines.map((line) => {
      const answer = JSON.parse(line) as LineAnswer
      if (typeof answer.line !== 'number' || typeof answer.known !== 'boolean')
        throw new TypeError('no line, or no known')
      return answer
    })
  } catch (problem) {
    const printed = `${err}${out}`.trim().split('\n')[0]
    throw new Error(`explain --lines --json ended with ${code} and printed no annotation: ${printed}`, {
      cause: problem,
    })
  }
}

/** What `logs` prints of a file, for people. */
export async function logsOf(path: string): Promise<{ code: number; out: string }> {
  return medic(['logs', path], '')
}

/** Does this for each, so many at once, in their order. */
export async function forEach<T, R>(items: readonly T[], work: (item: T) => Promise<R>, atOnce = 2): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i]!)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

function medic(argv: readonly string[], text: string): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolved, rejected) => {
    const child = spawn(process.execPath, [MEDIC, ...argv], { stdio: ['pipe', 'pipe', 'pipe'] })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part))
    child.on('error', rejected)
    child.on('close', (code) => resolved({ code: code ?? -1, out, err }))
    // A program that has read enough closes the pipe; what it then says is what counts.
    child.stdin.on('error', () => undefined)
    child.stdin.end(text)
  })
}
