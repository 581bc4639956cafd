import { homedir, hostname, userInfo } from 'node:os'
import { resolve } from 'node:path'
import { known } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { KeyFile, SshConfigFact, Target } from '../../core/types.ts'
import { parseDestination } from '../../openssh/destination.ts'
import { expandHome, expandPath } from '../../openssh/expand-path.ts'
import type { Tokens } from '../../openssh/expand-path.ts'
import { configPair, readOptions } from '../../openssh/ssh-options.ts'
import { askAgent } from '../keys/agent.ts'
import { inspectKeyFile } from '../keys/inspect-key-file.ts'

export default {
  id: 'key-files',
  needs: 'nothing',
  asks: 'can ssh use your key files, and has your agent any keys?',
  cost: { seconds: 0.05, connections: 0, load: 0 },
  // Which files they are is for ssh to say; where it cannot, those on the command line remain.
  applies: (facts) => facts['ssh-config'] !== undefined,
  async run({ target, facts }) {
    const config = known(facts, 'ssh-config')
    const files = identityFiles(target, config)
    const [states, agent] = await Promise.all([
      Promise.all(files.map(({ path }) => inspectKeyFile(path))),
      askAgent(config?.identityAgent),
    ])
    return { files: files.map((file, i): KeyFile => ({ ...file, ...states[i]! })), ...agent }
  },
} satisfies Probe<'key-files'>

/**
 * The files ssh would try, in its order, each once. A file given with `-i` that does not exist is missing from
 * `ssh -G` (ssh.c warns and forgets it), so the command line is read too.
 */
export function identityFiles(target: Target, config: SshConfigFact | undefined): Pick<KeyFile, 'path' | 'named'>[] {
  const home = homeDirectory()
  const tokens = tokensFor(target, config, home)
  const typed = readOptions(target.ssh).flatMap(({ letter, value = '' }) => {
    if (letter === 'i') return [expandHome(value, home)]
    const pair = letter === 'o' ? configPair(value) : undefined
    return pair?.keyword === 'identityfile' ? [expandPath(pair.rest, home, tokens, process.env)] : []
  })
  const listed = config?.identityFiles ?? []
  const named = !areSshsOwnGuesses(listed)
  const configured = listed.map((path) => expandPath(path, home, tokens, process.env))
  const all = [...typed.map((path) => ({ path, named: true })), ...configured.map((path) => ({ path, named }))]
  return all.filter(
    (file, i): file is { path: string; named: boolean } =>
      file.path !== undefined &&
      file.path.toLowerCase() !== 'none' &&
      all.findIndex(({ path }) => path !== undefined && resolve(path) === resolve(file.path!)) === i,
  )
}

/**
 * ssh guesses all its default names or, where one file is configured, none (readconf.c fill_default_options). Which
 * names depends on the release (id_dsa went, others come), so the ones in every release tell.
 */
function areSshsOwnGuesses(listed: readonly string[]): boolean {
  const guesses = listed.filter((path) => /^~?[^~]*[/\\]\.ssh[/\\]id_[a-z0-9_]+$/.test(path))
  const has = (name: string) => guesses.some((path) => path.endsWith(name))
  return guesses.length === listed.length && has('id_rsa') && has('id_ed25519') && has('id_ed25519_sk')
}

function tokensFor(target: Target, config: SshConfigFact | undefined, home: string): Tokens {
  const typed = parseDestination(target.destination)
  const typedHost = 'error' in typed ? target.host : typed.host
  const { uid, username } = whoAmI()
  return {
    d: home,
    h: config?.host ?? target.host,
    i: String(uid),
    j: config?.proxyJump ? undefined : '',
    k: config?.hostKeyAlias ?? typedHost,
    l: hostname(),
    L: hostname().replace(/\..*$/s, ''),
    n: typedHost,
    p: String(config?.port ?? target.port),
    r: config?.user ?? target.user ?? username,
    u: username,
  }
}

/** The password database's home, as ssh takes it: $HOME may point elsewhere (sudo, containers). */
function homeDirectory(): string {
  return whoAmI().homedir
}

function whoAmI(): { uid: number; username: string; homedir: string } {
  try {
    return userInfo()
  } catch {
    // A user id without an entry in the password database; ssh itself would not run then.
    return { uid: process.getuid?.() ?? -1, username: '', homedir: homedir() }
  }
}
