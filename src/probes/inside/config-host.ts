import type { Access } from '../../core/access.ts'
import type { Connection, ConfigRelease } from '../../ssh/sshd-config/types.ts'
import type { ConfigFiles } from '../../ssh/sshd-config/interpret.ts'
import { parseConfigRelease } from '../../ssh/sshd-config/release.ts'
import { readValues } from './sshd-effective.ts'

/** What the machine itself says of its sshd, beside its files. */
export interface ConfigHost {
  release?: ConfigRelease
  groups?: string[]
  /** `sshd -T -C …`, where we could run it; undefined where nobody but root may. */
  real?: { ok: boolean; values: Record<string, string[]>; error?: string }
}

/** $1 the user or nothing, $2 what `-C` gets or nothing, $3 the file. */
const SCRIPT = `
PATH=$PATH:/usr/sbin:/usr/local/sbin:/sbin
bin=$(command -v sshd) || bin=/usr/sbin/sshd
echo @version; "$bin" -V </dev/null 2>&1 | grep -m1 -oE 'OpenSSH_[^,]*'
[ -e /etc/debian_version ] && echo Debian
echo @groups; [ -n "$1" ] && id -Gn -- "$1" 2>/dev/null
echo @real; if [ -n "$2" ]; then "$bin" -T -f "$3" -C "$2" 2>&1; else "$bin" -T -f "$3" 2>&1; fi
echo @exit $?`

export async function askHost(access: Access, main: string, connection: Connection | undefined): Promise<ConfigHost> {
  const spec = connection ? connectionSpec(connection) : ''
  const ran = await access.exec(['sh', '-c', SCRIPT, 'sh', connection?.user ?? '', spec, main], {
    sudo: true,
    timeoutMs: 60_000,
  })
  if (ran.lost !== undefined || ran.timedOut) return {}
  const m = /^@version\n([^]*?)^@groups\n([^]*?)^@real\n([^]*)^@exit (\d+)/m.exec(ran.stdout)
  if (!m) return {}
  const [, version, groups, real, exit] = m as unknown as [string, string, string, string, string]
  const release = parseConfigRelease(version)
  const names = groups.trim()
  const values = readValues(real.split('\n'))
  return {
    ...(release && { release }),
    ...(connection?.user !== undefined && { groups: names === '' ? [] : names.split(/\s+/) }),
    ...(exit === '0'
      ? { real: { ok: true, values } }
      : // Without root sshd cannot read its keys: that says nothing of the configuration.
        access.root && exit === '255'
        ? { real: { ok: false, values: {}, error: real.trim() } }
        : {}),
  }
}

/** As `sshd -T -C` takes it; a comma in a name would begin the next part, so such a one is left out. */
export function connectionSpec({
  user,
  host,
  address,
  localAddress,
  localPort,
  rdomain,
  invalidUser,
}: Connection): string {
  const parts = { user, host, addr: address, laddr: localAddress, lport: localPort, rdomain }
  const spec = Object.entries(parts).flatMap(([key, value]) =>
    value === undefined || String(value).includes(',') ? [] : [`${key}=${value}`],
  )
  return [...spec, ...(invalidUser ? ['invalid-user'] : [])].join(',')
}

/** The sshd that the package database of a root names (`Version: 1:9.2p1-2+deb12u7`). */
export function packagedRelease(files: ConfigFiles): ConfigRelease | undefined {
  const status = files.readFile('/var/lib/dpkg/status')
  const m = status && /^Package: openssh-server\n(?:.+\n)*?Version: (?:\d+:)?(\d+)\.(\d+)/m.exec(status)
  if (m) return { major: Number(m[1]), minor: Number(m[2]), distribution: 'debian' }
  return undefined
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
