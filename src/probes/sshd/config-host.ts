import type { Access } from '../../core/access.ts'
import type { Connection } from '../../sshd-config/types.ts'
import type { ConfigFiles } from '../../sshd-config/files.ts'
import { ASK_SSHD, connectionSpec, FIND_SSHD, readValues } from './ask-sshd.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { distributionOf, parseRelease, type Distribution, type Release } from '../../openssh/release.ts'

/** What the machine itself says of its sshd, beside its files. */
export interface ConfigHost {
  release?: Release
  groups?: string[]
  /** `sshd -T -C …`, where we could run it; undefined where nobody but root may. */
  real?: { ok: boolean; values: Record<string, string[]>; error?: string }
}

/** $1 the user or nothing, $2 what `-C` gets or nothing, $3 the file. */
const SCRIPT = `
PATH=$PATH:/usr/sbin:/usr/local/sbin:/sbin
${TIMEOUT}
user=$1 spec=$2 file=$3 pid=; shift 3
echo @groups; [ -n "$user" ] && $T id -Gn -- "$user" 2>/dev/null
echo @distribution; [ -e /etc/debian_version ] && { echo debian; grep -iw ubuntu /etc/os-release; }; head -n 1 /etc/system-release /etc/redhat-release 2>/dev/null
${FIND_SSHD}
${ASK_SSHD}
:`

export async function askHost(access: Access, main: string, connection: Connection | undefined): Promise<ConfigHost> {
  const spec = connection ? connectionSpec(connection) : ''
  const ran = await access.exec(['sh', '-c', SCRIPT, 'sh', connection?.user ?? '', spec, main], {
    sudo: true,
    timeoutMs: 60_000,
  })
  if (ran.lost !== undefined || ran.timedOut) return {}
  const part = sections(ran.stdout)
  const release = parseRelease([...part('version'), ...part('distribution')].join('\n'))
  const [exit] = part('exit')
  return {
    ...(release && { release }),
    ...(connection?.user !== undefined && { groups: part('groups').join(' ').split(/\s+/).filter(Boolean) }),
    ...(exit === '0'
      ? { real: { ok: true, values: readValues(part('values')) } }
      : // Without root sshd cannot read its keys: that says nothing of the configuration.
        access.root && exit === '255'
        ? { real: { ok: false, values: {}, error: part('values').join('\n') } }
        : {}),
  }
}

/** The sshd that the package database of a root names (`Version: 1:9.2p1-2+deb12u7`). */
export function packagedRelease(files: ConfigFiles): Release | undefined {
  const status = files.readFile('/var/lib/dpkg/status')
  const m = status && /^Package: openssh-server\n(?:.+\n)*?Version: (?:\d+:)?(\d+)\.(\d+)(.*)/m.exec(status)
  if (m) return { major: Number(m[1]), minor: Number(m[2]), distribution: /ubuntu/.test(m[3]!) ? 'ubuntu' : 'debian' }
  return undefined
}

/** Whose build a disk has, by the files each kind puts there. */
export function installedDistribution(files: ConfigFiles): Distribution | undefined {
  if (files.readFile('/etc/debian_version') !== undefined)
    return distributionOf(files.readFile('/etc/os-release') ?? '') ?? 'debian'
  return distributionOf(`${files.readFile('/etc/system-release') ?? ''}${files.readFile('/etc/redhat-release') ?? ''}`)
}

/** Groups of a user by /etc/passwd and /etc/group; none where nobody of that name stands there. */
export function groupsIn(files: ConfigFiles, user: string): string[] | undefined {
  const passwd = files.readFile('/etc/passwd')
  const group = files.readFile('/etc/group')
  if (passwd === undefined || group === undefined) return undefined
  const rows = (text: string) => text.split('\n').map((row) => row.split(':'))
  const gid = rows(passwd).find(([name]) => name === user)?.[3]
  if (gid === undefined) return []
  return rows(group).flatMap(([name, , id, members]) =>
    id === gid || (members ?? '').split(',').includes(user) ? [name!] : [],
  )
}
