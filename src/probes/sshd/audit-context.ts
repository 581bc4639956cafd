import type { Access } from '../../core/access.ts'
import { visible } from '../../core/visible.ts'
import { everybodyIsListed } from '../../sshd-config/homes.ts'
import type { ConfigFiles } from '../../sshd-config/files.ts'
import type { AuditContext } from '../../sshd-config/audit-context.ts'
import type { EffectiveConfig } from '../../sshd-config/types.ts'
import { judgeWrappers } from '../../openssh/tcp-wrappers.ts'
import { rsaLength } from '../account/key-options.ts'
import { readHostKeys, SCRIPT as HOST_KEYS } from '../inside/host-keys.ts'
import { sections } from '../shell/sections.ts'
import { readUnits, SCRIPT as UNITS } from '../inside/sshd-unit.ts'
import { SCRIPT as WRAPPERS } from '../inside/tcp-wrappers.ts'

/** What of a machine an audit looks at beside its configuration; of who wants in it says nothing. */
export type MachineContext = Pick<
  AuditContext,
  'present' | 'rootOnly' | 'socketActivated' | 'hostKeyFiles' | 'hostKeyBits' | 'wrapperRules' | 'dropIns'
>

/** $@ the host keys that are configured. */
const SCRIPT = `
PATH=$PATH:/usr/sbin:/usr/local/sbin:/sbin
echo @present; printf '%s\\n' "\${SUDO_USER:-$(id -un 2>/dev/null)}"
echo @drop-ins; for f in /etc/ssh/sshd_config.d/*; do [ -f "$f" ] && printf '%s\\n' "$f"; done
echo @passwd; [ -r /etc/passwd ] && echo there && head -c 1000000 /etc/passwd
echo @nsswitch; head -c 100000 /etc/nsswitch.conf 2>/dev/null
echo @public; for f in "$@"; do printf '%s ' "$f"; head -n 1 "$f.pub" 2>/dev/null | head -c 4000; echo; done
(set --
${WRAPPERS})
(set --
${UNITS})
${HOST_KEYS}`

/** One command through a way in. What the machine did not tell is left out. */
export async function machineContext(access: Access, config: EffectiveConfig): Promise<MachineContext> {
  const keys = hostKeys(config)
  const ran = await access.exec(['sh', '-c', SCRIPT, 'sh', ...keys.slice(0, 20)], {
    sudo: true,
    timeoutMs: 60_000,
    maxBytes: 16 << 20,
  })
  if (ran.lost !== undefined || ran.timedOut || ran.code === null) return {}
  return readMachine(ran.stdout, keys)
}

/** What the script printed. */
function readMachine(text: string, keys: readonly string[]): MachineContext {
  const part = sections(text)
  const joined = (name: string) => part(name).join('\n')
  const etc = new Map([['/etc/nsswitch.conf', joined('nsswitch')]])
  if (part('passwd')[0] === 'there') etc.set('/etc/passwd', part('passwd').slice(1).join('\n'))
  const linked = part('programs').some((line) => line.startsWith('linked '))
  const wrapperRules = linked ? [...part('allow'), ...part('deny')].map((line) => line.replace(/^\|/, '')) : []
  const seen = readHostKeys(text).keys
  const socket = readUnits(text)?.socket
  const rootOnly = onlyRoot({ readFile: (path) => etc.get(path) })
  const [present] = part('present')
  return {
    ...(present !== undefined && { present }),
    dropIns: part('drop-ins').filter((path) => path.startsWith('/')),
    ...(socket?.active && { socketActivated: true }),
    ...(wrapperRules.length > 0 && { wrapperRules: rulesForSshd(wrapperRules) }),
    ...(keys.length > 0 && seen.length > 0 && { hostKeyFiles: keys.filter((_, i) => seen[i]?.state === 'usable') }),
    ...bitsOf(keys.map((path) => [path, publicHalf(part('public'), path)])),
    ...(rootOnly && { rootOnly }),
  }
}

const publicHalf = (lines: readonly string[], path: string): string | undefined =>
  lines.find((line) => line.startsWith(`${path} `))?.slice(path.length + 1)

/** Of those that are RSA. */
function bitsOf(halves: readonly (readonly [string, string | undefined])[]): Pick<MachineContext, 'hostKeyBits'> {
  const bits = halves.flatMap(([path, text]): [string, number][] => {
    const blob = /^ssh-rsa ([A-Za-z0-9+/=]+)/.exec(text ?? '')?.[1]
    const length = blob === undefined ? undefined : rsaLength(blob)
    return length === undefined ? [] : [[path, length]]
  })
  return bits.length > 0 ? { hostKeyBits: Object.fromEntries(bits) } : {}
}

/** The same from files alone: a disk of another machine, or a folder with little more than /etc/ssh in it. */
export function diskContext(files: ConfigFiles, config: EffectiveConfig): MachineContext {
  const keys = hostKeys(config)
  const there = keys.filter((path) => files.glob(escaped(path)).length > 0)
  const rootOnly = onlyRoot(files)
  const wanted = files.glob('/etc/systemd/system/sockets.target.wants/ssh*.socket')
  return {
    dropIns: files.glob('/etc/ssh/sshd_config.d/*'),
    // Where none is, it is nobody's disk but a copy of some files.
    ...(there.length > 0 && { hostKeyFiles: there }),
    ...bitsOf(keys.map((path) => [path, files.readFile(`${path}.pub`)])),
    ...(wanted.length > 0 && { socketActivated: true }),
    ...(rootOnly && { rootOnly }),
  }
}

const hostKeys = (config: EffectiveConfig): string[] =>
  (config.effective['hostkey'] ?? []).filter((path) => path.startsWith('/'))

const escaped = (path: string): string => path.replace(/[*?[\\]/g, '\\$&')

/** Lines of hosts.allow and hosts.deny that speak of sshd; one may go on behind a backslash. */
function rulesForSshd(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .replace(/\\\n/g, '')
    .split('\n')
    .filter(
      (text) => judgeWrappers(undefined, { path: '', text: `${text}\n` }, { daemon: 'sshd' }).verdict !== 'no-rules',
    )
    .map((text) => visible(text.trim(), 300))
}

/** Nobody but root has a shell; undefined where others may stand in a directory, or nobody may be seen. */
function onlyRoot(files: Pick<ConfigFiles, 'readFile'>): boolean | undefined {
  const passwd = files.readFile('/etc/passwd')
  if (passwd === undefined || !everybodyIsListed(files)) return undefined
  const rows = passwd.split('\n').map((row) => row.split(':'))
  if (!rows.some(([, , uid]) => uid === '0')) return undefined
  return !rows.some(
    ([, , uid, , , , shell]) => uid !== undefined && uid !== '0' && !/(?:nologin|false|sync)$/.test(shell ?? ''),
  )
}
