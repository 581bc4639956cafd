import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '../hosts/client.ts'
import type { Outcome } from '../hosts/command.ts'

/**
 * Writes the client's ssh_config anew: these lines, and where its known hosts are. The lab's own config names the right
 * key; this one names only what the lines do, and nothing else is in a ~/.ssh of somebody who runs tests as root.
 */
export function configureClient(client: Client, lines: readonly string[]): void {
  const known = [`UserKnownHostsFile ${client.knownHostsFile}`, 'GlobalKnownHostsFile /dev/null']
  writeFileSync(client.configFile, `${[...lines, ...known].join('\n')}\n`, { mode: 0o600 })
}

/** Puts lines in front of the client's ssh_config that are about logins as this user only. */
export function onlyFor(client: Client, user: string, lines: readonly string[]): void {
  const before = readFileSync(client.configFile, 'utf8')
  // What the lab's own config names comes first otherwise: of IdentityFile ssh takes every line.
  const others = before.replace(/^IdentityFile .*$/m, '')
  const own = /^IdentityFile .*$/m.exec(before)?.[0] ?? ''
  const text = `Match user ${user}\n${lines.join('\n')}\nMatch user *,!${user}\n${own}\nMatch all\n${others}`
  writeFileSync(client.configFile, text, { mode: 0o600 })
}

/** Makes a key the server does not know; returns its file. */
export async function makeKey(client: Client, name: string, options = ['-t', 'ed25519']): Promise<string> {
  const file = join(client.home, '.ssh', name)
  await onClient(client, ['ssh-keygen', '-q', ...options, '-N', '', '-C', `${name}@client`, '-f', file])
  return file
}

/** Starts an agent that holds these keys, in this order; returns its socket. The lab ends it. */
export async function startAgent(client: Client, keyFiles: readonly string[]): Promise<string> {
  const socket = join(client.home, 'agent')
  await onClient(client, ['ssh-agent', '-a', socket])
  await onClient(client, ['ssh-add', '-q', ...keyFiles], { SSH_AUTH_SOCK: socket })
  return socket
}

/** The public half of a key file. */
export function publicHalf(file: string): string {
  return readFileSync(`${file}.pub`, 'utf8')
}

/** Writes an executable script of the user's own; returns its path. */
export function writeScript(client: Client, name: string, lines: readonly string[]): string {
  const path = join(client.home, name)
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o755 })
  return path
}

/** Runs a command on the client's side that has to succeed. */
export async function onClient(client: Client, argv: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const outcome = await client.run(argv, { env, timeoutMs: 20_000 })
  if (outcome.code !== 0)
    throw new Error(`the client's ${argv.join(' ')} ended with ${outcome.code}: ${outcome.stderr}`)
  return outcome
}
