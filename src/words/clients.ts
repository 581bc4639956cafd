import { ENTRIES as ANSIBLE } from './clients/ansible.ts'
import { ENTRIES as ASYNCSSH } from './clients/asyncssh.ts'
import { ENTRIES as CLOUDS } from './clients/clouds.ts'
import { ENTRIES as DBCLIENT } from './clients/dbclient.ts'
import { ENTRIES as GIT } from './clients/git.ts'
import { ENTRIES as GITHUB_ACTIONS } from './clients/github-actions.ts'
import { ENTRIES as GO } from './clients/go.ts'
import { ENTRIES as JAVA } from './clients/java.ts'
import { ENTRIES as JSCH_LOG } from './clients/jsch-log.ts'
import { ENTRIES as JSCH } from './clients/jsch.ts'
import { ENTRIES as LIBSSH } from './clients/libssh.ts'
import { ENTRIES as LIBSSH2 } from './clients/libssh2.ts'
import { ENTRIES as NET_SSH } from './clients/net-ssh.ts'
import { ENTRIES as NETCAT } from './clients/netcat.ts'
import { ENTRIES as NODE_SSH2 } from './clients/node-ssh2.ts'
import { ENTRIES as PARAMIKO_LOG } from './clients/paramiko-log.ts'
import { ENTRIES as PARAMIKO } from './clients/paramiko.ts'
import { ENTRIES as PUTTY_LOG } from './clients/putty-log.ts'
import { ENTRIES as PUTTY } from './clients/putty.ts'
import { ENTRIES as RSYNC } from './clients/rsync.ts'
import { ENTRIES as RUSSH } from './clients/russh.ts'
import { ENTRIES as BANNER } from './clients/ssh-banner.ts'
import { ENTRIES as CONFIG } from './clients/ssh-config.ts'
import { ENTRIES as CONNECT } from './clients/ssh-connect.ts'
import { ENTRIES as EXCHANGE } from './clients/ssh-exchange.ts'
import { ENTRIES as KEYS } from './clients/ssh-keys.ts'
import { ENTRIES as LOGIN } from './clients/ssh-login.ts'
import { ENTRIES as SSHJ_LOG } from './clients/sshj-log.ts'
import { ENTRIES as SSH_NET } from './clients/ssh-net.ts'
import { ENTRIES as SESSION } from './clients/ssh-session.ts'
import { ENTRIES as SYSTEM } from './clients/system.ts'
import { ENTRIES as TERRAFORM } from './clients/terraform.ts'
import { ENTRIES as VAGRANT } from './clients/vagrant.ts'
import { ENTRIES as VS_CODE } from './clients/vs-code.ts'
import { ENTRIES as WINDOWS_CLIENTS } from './clients/windows-clients.ts'
import entryWords from './entry-words.json' with { type: 'json' }
import type { Entry } from './entry.ts'
import type { Finding } from './finding.ts'
import { WordIndex, wordsIn } from './line-index.ts'

/**
 * The sentences of OpenSSH's own client, first fit. sshconnect.c, sshconnect2.c, kex.c, packet.c (sshpkt_vfatal), clientloop.c, mux.c,
 * channels.c, readconf.c, ssh.c; 6.0 to 10.5, with 8.4, 9.2 and 10.0 run for the words.
 */
export const OF_OPENSSH: readonly Entry[] = [
  ...CONNECT,
  ...BANNER,
  ...EXCHANGE,
  ...LOGIN,
  ...SESSION,
  ...CONFIG,
  ...KEYS,
]

/**
 * Other clients than OpenSSH's, and the programs over ssh, as their users paste them, first fit. From their sources, their documents and their users'
 * reports, not run here. What is general stands behind what is particular.
 */
export const OF_OTHERS: readonly Entry[] = [
  ...PUTTY,
  ...WINDOWS_CLIENTS,
  ...GO,
  ...PARAMIKO,
  ...ASYNCSSH,
  ...NET_SSH,
  ...SSH_NET,
  ...JSCH,
  ...JAVA,
  ...LIBSSH,
  ...LIBSSH2,
  ...SYSTEM,
  ...DBCLIENT,
  ...ANSIBLE,
  ...VAGRANT,
  ...NETCAT,
  ...VS_CODE,
  ...NODE_SSH2,
  ...RUSSH,
  ...GITHUB_ACTIONS,
  ...TERRAFORM,
  ...CLOUDS,
  ...GIT,
  ...RSYNC,
  ...PUTTY_LOG,
  ...PARAMIKO_LOG,
  ...JSCH_LOG,
  ...SSHJ_LOG,
]

/** Every message of a program that connects, in the order in which they are tried. */
export const CLIENT_ENTRIES: readonly Entry[] = [...OF_OPENSSH, ...OF_OTHERS]

let index: WordIndex<Entry> | undefined
let places: ReadonlyMap<string, number> | undefined
let last: { line: string; entries: Entry[] } | undefined

/** The place of an entry among those of clients. */
function placeOf(id: string): number | undefined {
  places ??= new Map(CLIENT_ENTRIES.map((entry, place) => [entry.id, place]))
  return places.get(id)
}

const clientEntry = (id: string): Entry | undefined => CLIENT_ENTRIES[placeOf(id) ?? -1]

/** The entries that may fit a line, in their order. A line is asked for several times in a row. */
function candidatesFor(line: string): Entry[] {
  if (last?.line === line) return last.entries
  index ??= new WordIndex([entryWords.words], clientEntry)
  const some = new Set(index.candidates(wordsIn(line)))
  last = { line, entries: [...some].toSorted((a, b) => placeOf(a.id)! - placeOf(b.id)!) }
  return last.entries
}

const OPENSSH: ReadonlySet<Entry> = new Set(OF_OPENSSH)

/** What the first entry that fits says of how a login ended, among those of OpenSSH's client or those of all others. */
export function findingIn(whose: 'openssh' | 'others', line: string): Finding | undefined {
  for (const entry of candidatesFor(line)) {
    if (!entry.ends || OPENSSH.has(entry) !== (whose === 'openssh')) continue
    const m = entry.words.exec(line)
    const finding = m && entry.ends(m)
    if (finding) return finding
  }
  return undefined
}

/** The entries whose words a line has, in their order. */
export const fitsOf = (line: string): { entry: Entry; m: RegExpExecArray }[] =>
  candidatesFor(line).flatMap((entry) => {
    const m = entry.words.exec(line)
    return m ? [{ entry, m }] : []
  })
