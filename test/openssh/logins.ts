import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Release as DebianRelease } from '../../lab/hosts/release.ts'
import { ensureRoot } from '../../lab/hosts/root.ts'
import { LOGIN_LISTS, type LoginList, type LoginLists } from '../../src/openssh/allowed-user.ts'

/** Who logs in from where, under which lists. */
export interface Login {
  lists: LoginLists
  user: string
  /** One of SOURCES. */
  from: string
}

/** What came of it. `list` is the one that sshd's log names as its reason. */
export interface Admitted {
  verdict: 'allowed' | 'denied'
  list?: LoginList | 'no group'
  log: string
}

/** Accounts beside those of the root, each with the names of its groups. */
export const USERS: Readonly<Record<string, readonly string[]>> = {
  alice: ['alice'],
  carol: ['carol', 'web', 'ops'],
  'bob@corp': ['corp'],
  lone: [],
}
export const SOURCES = ['127.5.0.1', '127.5.0.2', '127.6.7.8', 'fd00:2::1'] as const

const REASONS: readonly (readonly [RegExp, LoginList | 'no group'])[] = [
  [/because listed in DenyUsers/, 'DenyUsers'],
  [/because not listed in AllowUsers/, 'AllowUsers'],
  [/because not in any group/, 'no group'],
  [/because a group is listed in DenyGroups/, 'DenyGroups'],
  [/because none of user's groups are listed in AllowGroups/, 'AllowGroups'],
]

/** Logs in for real, once for each; one sshd gives every local address lists of its own. */
export async function logIn(release: DebianRelease, logins: readonly Login[]): Promise<Admitted[]> {
  const root = await ensureRoot(release)
  const folder = mkdtempSync(join(tmpdir(), 'sshmedic-logins-'))
  try {
    for (const [name, text] of Object.entries(accounts())) writeFileSync(join(folder, name), text)
    writeFileSync(join(folder, 'sshd_config'), configuration(logins))
    for (const [n, { user, from }] of logins.entries())
      writeFileSync(join(folder, `login.${n}`), `${user} ${from} ${addressOf(n, from)}\n`)
    const output = await new Promise<string>((resolve, reject) => {
      execFile(
        'unshare',
        ['--mount', '--net', '--pid', '--fork', '--kill-child', 'sh', join(import.meta.dirname, 'logins.sh')],
        {
          env: { PATH: process.env['PATH'], root, folder, count: String(logins.length) },
          maxBuffer: 1 << 26,
          timeout: 600_000,
        },
        (error, stdout, stderr) => (error ? reject(new Error(`logins: ${error.message}\n${stderr}`)) : resolve(stdout)),
      )
    })
    return output.trimEnd().split('\n').map(readLine)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readLine(line: string): Admitted {
  const log = line.slice(line.indexOf(' ') + 1)
  const list = REASONS.find(([reason]) => reason.test(log))?.[1]
  if (line.startsWith('0 ') && list === undefined) return { verdict: 'allowed', log }
  if (line.startsWith('255 ') && list !== undefined) return { verdict: 'denied', list, log }
  throw new Error(`neither let in nor kept out by a list: ${line}`)
}

/** A local address for each login, by which Match finds its lists. */
const addressOf = (n: number, from: string): string =>
  from.includes(':') ? `fd00:1::${(n + 1).toString(16)}` : `127.1.${n >> 8}.${n & 255}`

function configuration(logins: readonly Login[]): string {
  const blocks = logins.map(({ lists, from }, n) => {
    const lines = LOGIN_LISTS.filter((list) => lists[list].length > 0).map(
      (list) => `  ${list} ${lists[list].join(' ')}`,
    )
    return [`Match LocalAddress ${addressOf(n, from)}`, ...lines].join('\n')
  })
  const common = [
    'Port 2222',
    'HostKey /etc/ssh/ssh_host_ed25519_key',
    'PidFile /logins/pid',
    'AuthorizedKeysFile /logins/key.pub',
    'StrictModes no',
    'UsePAM no',
    'MaxStartups 1000',
  ]
  return `${[...common, ...blocks].join('\n')}\n`
}

function accounts(): { passwd: string; shadow: string; group: string } {
  const all = Object.entries(USERS).filter(([user]) => user !== 'alice')
  const groups = [...new Set(all.flatMap(([, names]) => names))]
  const gid = (name: string | undefined) => (name === undefined ? 4711 : 3000 + groups.indexOf(name))
  return {
    passwd: all.map(([user, names], i) => `${user}:x:${2000 + i}:${gid(names[0])}::/:/bin/sh\n`).join(''),
    shadow: [...all.map(([user]) => `${user}:*:19000:0:99999:7:::\n`)].join(''),
    group: groups
      .map((name) => {
        const members = all.filter(([, names]) => names.indexOf(name) > 0).map(([user]) => user)
        return `${name}:x:${gid(name)}:${members.join(',')}\n`
      })
      .join(''),
  }
}
