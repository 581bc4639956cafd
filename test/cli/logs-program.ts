import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { assertInert } from './expect.ts'

/** `sshmedic logs` as a program of its own, in a folder that goes with the tests, and lines for it to read. */

const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8')) as object
const ajv = new Ajv2020({ strict: true, allErrors: true })
const isLogs = ajv.compile(schema('logs'))
export const isLine = ajv.compile(schema('log-line'))

export const folder = mkdtempSync(join(tmpdir(), 'sshmedic-logs-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const COMMAND = `
  import { tolerateClosedPipes } from '${join(import.meta.dirname, '../../src/cli/streams.ts')}'
  import { main } from '${join(import.meta.dirname, '../../src/cli/main.ts')}'
  tolerateClosedPipes()
  process.exit(await main(['logs', ...process.argv.slice(2)], '0.0.0'))
`
export const command = join(folder, 'command.ts')
writeFileSync(command, COMMAND)

export interface Ran {
  code: number | null
  stdout: Buffer
  stderr: string
}

const started: ChildProcess[] = []
after(() => started.forEach((child) => child.kill('SIGKILL')))

export function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8', ...env },
  })
  started.push(child)
  return child
}

export async function run(
  args: readonly string[],
  { stdin = '', env = {} }: { stdin?: string | Uint8Array; env?: Record<string, string> } = {},
): Promise<Ran> {
  const child = start(args, env)
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }
}

export interface Document {
  verdict: string
  lines: number
  failures: { total: number; byAddress: { address: string; count: number }[] }
  accepted: { total: number }
  drops: { total: number; exact: boolean }
  first: string
  last: string
  time: { year: number | null; zone: string }
  input: { parts: { name: string }[]; unread: { name: string; partly?: true }[] }
  findings: {
    patterns: { kind: string }[]
    letIn: unknown[]
    innocents: { address: string }[]
    advice: { id: string }[]
  }
}

export async function json(
  args: readonly string[],
  stdin: string | Uint8Array = '',
): Promise<Document & { code: number | null }> {
  const { code, stdout, stderr } = await run([...args, '--json'], { stdin })
  assert.notEqual(stdout.length, 0, stderr)
  assertInert(stdout, '--json')
  const document = JSON.parse(stdout.toString()) as Document
  assert.ok(isLogs(document), JSON.stringify(isLogs.errors?.slice(0, 3)))
  return { ...document, code }
}

const two = (n: number) => String(n).padStart(2, '0')
export const at = (second: number) =>
  `2025-11-08T${two(16 + Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}+00:00`
export const says = (second: number, pid: number, message: string) => `${at(second)} web1 sshd[${pid}]: ${message}\n`
export const failed = (second: number, pid: number, user: string, address: string) =>
  says(second, pid, `Failed password for ${user} from ${address} port ${1000 + pid} ssh2`)
export const accepted = (second: number, pid: number, user: string, address: string) =>
  says(second, pid, `Accepted publickey for ${user} from ${address} port ${1000 + pid} ssh2: ED25519 SHA256:x`)

export const EPISODE =
  says(600, 1, 'error: beginning MaxStartups throttling') +
  says(600, 1, 'drop connection #10 from [192.0.2.10]:4444 on [10.0.0.1]:22 past MaxStartups') +
  says(900, 1, 'exited MaxStartups throttling after 00:05:00, 237 connections dropped')

export const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
