import { known, type Probe, type ProbeContext, Unanswered } from '../../core/probe.ts'
import { ASK_SSHD, connectionSpec, FIND_SSHD, readValues } from '../sshd/ask-sshd.ts'
import { askedOnce } from '../shell/asked-once.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { portOf } from '../dial/addresses.ts'
import { canonicalAddress } from '../../openssh/networks.ts'
import type { Connection } from '../../sshd-config/types.ts'
import listenerProbe from './listener.ts'
import { modelledConfig } from '../sshd/modelled-config.ts'
import { refusalOf } from '../../words/sshd-refusal.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/**
 * $1 the pid of the listener or nothing, $2 the connection for `-C`, $3 the configuration file; from $4 on the options the
 * listener was started with. Prints what sshd would do, who sshd is, and when its files were changed.
 */
const SCRIPT = `
${TIMEOUT}
pid=$1 spec=$2 file=$3; shift 3
echo @who; id -u
${FIND_SSHD}
${ASK_SSHD}
if [ $e -ne 0 ]; then
  echo @general; $T "$bin" -G -f "$file" "$@" 2>&1; e=$?
  echo @general-exit; echo $e
fi
echo @changed
# The files of an Include stand in the same folder nearly always; one level of them is followed.
set -- "$file" $(sed -n 's/^[[:space:]]*[Ii][Nn][Cc][Ll][Uu][Dd][Ee][[:space:]=]*//p' "$file" 2>/dev/null)
cd "\${file%/*}" 2>/dev/null
for f in "$@"; do for g in $f; do stat -L -c '%Y %Z' "$g" 2>/dev/null; done; done | head -n 300
echo @now; date +%s.%N
echo @started
if [ -n "$pid" ]; then
  read -r up rest < /proc/uptime; echo "$up"
  read -r s < /proc/$pid/stat; s=\${s##*) }; set -- $s; echo "\${20}"
  while IFS=: read -r n k v; do u=\${v##*/}; case $u in *.service) echo "$u"; break ;; esac; done < /proc/$pid/cgroup
  [ -n "$u" ] && command -v systemctl >/dev/null 2>&1 && $T systemctl show -p StateChangeTimestampMonotonic "$u" 2>/dev/null
fi
:
`

type Effective = Facts['sshd-effective']

/** What the script printed; undefined where nobody but root could have had an answer. */
export function readEffective(text: string): Effective | undefined {
  const part = sections(text)
  const sshd = part('sshd')[0]
  const version = part('version')[0]
  const changedSinceStart = readChanged(part('changed'), part('now'), part('started'))
  const rest = {
    ...(sshd !== undefined && { sshd: visible(sshd, 200) }),
    ...(version !== undefined && { version: visible(version, 60) }),
    ...(changedSinceStart !== undefined && { changedSinceStart }),
  }
  const exit = part('exit')[0]
  const values = readValues(part('values'))
  if (exit === '0' && values['port']) return { ok: true, ...rest, values }
  const general = part('general-exit')[0] === '0' ? readValues(part('general')) : {}
  const root = part('who')[0] === '0'
  // Cut off by a clock: that is a slow or a sick host, and says nothing of the configuration.
  if (exit === undefined || exit === '137' || exit === '124')
    return general['port'] ? { ok: true, ...rest, values: general, withoutMatch: true } : undefined
  const says = saysWhy(part('values'), exit)
  const without = general['port'] ? { withoutMatch: true } : {}
  if (root) return { ok: false, refusal: refusalOf(says), ...rest, values: general, ...without }
  // Without root -T fails for the host keys, which says nothing; a wrong line is said before it looks for them.
  if (general['port']) return { ok: true, ...rest, values: general, ...without }
  if (/line \d+|bad configuration option/i.test(says))
    return { ok: false, refusal: refusalOf(says), ...rest, values: {} }
  return undefined
}

function saysWhy(lines: readonly string[], exit: string): string {
  const said = lines.filter((line) => !/^[a-z]+ /.test(line) || /[.:]/.test(line)).slice(-3)
  return visible(said.join(' / ') || `sshd -T ended with ${exit}`, 400)
}

/** A file that was put in place or touched after the listener started, or was told to read anew. */
function readChanged(changed: string[], now: string[], started: string[]): boolean | undefined {
  const clock = Number.parseFloat(now[0] ?? '')
  const [up, ticks] = [Number(started[0]), Number(started[1])]
  if (!(clock > 0) || !(up > 0) || !(ticks > 0)) return undefined
  const stateChange = Number(/=(\d{1,18})$/.exec(started.find((line) => line.includes('Monotonic=')) ?? '')?.[1] ?? 0)
  const start = clock - up + Math.max(ticks / 100, stateChange / 1e6)
  const times = changed.flatMap((line) => line.split(' ').map(Number)).filter((time) => time > 0 && time <= clock + 60)
  // Where `date` knows no fractions the start may have been a second later.
  return times.length === 0 ? undefined : Math.max(...times) > start + (Number.isInteger(clock) ? 1 : 0)
}

/**
 * The file and the options a listener was started with, from its title. Blanks inside an option cannot be told from those
 * between two; ports and host keys on the command line stand in place of those of the file.
 */
export function readStart(title: string): { file: string; options: string[] } {
  const words = title
    .replace(/^sshd: /, '')
    .replace(/ \[listener\].*$/, '')
    .split(' ')
    .slice(1)
  let file = '/etc/ssh/sshd_config'
  const options: string[] = []
  for (let i = 0; i < words.length; i++) {
    const m = /^-[46dDeiqtTrR]*([fophcEgkubC])(.*)$/.exec(words[i]!)
    if (!m) continue
    const value = m[2] !== '' ? m[2]! : (words[++i] ?? '')
    if (m[1] === 'f' && value !== '') file = value
    else if (/[ophc]/.test(m[1]!) && value !== '') options.push(`-${m[1]}`, value)
  }
  return { file: file.startsWith('/') ? file : '/etc/ssh/sshd_config', options }
}

/** The connection that is asked about. A name or an address with a comma or a blank in it would say something else in `-C`. */
function connection(context: ProbeContext): Connection {
  const { facts, target } = context
  const safe = (text: string | undefined, otherwise: string) =>
    text === undefined || /[\s,=]/.test(text) || text === '' ? otherwise : text
  const user = known(facts, 'ssh-config')?.user ?? target.user
  const from = context.from ?? known(facts, 'inside-session')?.clientAddress
  // Without UseDNS the host is the address (auth_get_canonical_hostname); 0.0.0.0 is in nobody's network.
  const address = safe(from && canonicalAddress(from), '0.0.0.0')
  const localAddress = canonicalAddress(known(facts, 'ssh-config')?.host ?? target.host)
  return {
    user: safe(user, 'root'),
    host: address,
    address,
    ...(localAddress !== undefined && { localAddress }),
    localPort: portOf(facts, target),
  }
}

async function ask(context: ProbeContext): Promise<Effective> {
  const port = portOf(context.facts, context.target)
  const listener = known(context.facts, 'listener') ?? (await listenerProbe.run(context).catch(() => undefined))
  const own = listener?.listeners.find(({ program, pid }) => program?.startsWith('sshd') && pid !== undefined)
  const { file, options } = readStart(own?.title ?? '')
  const asked = connection(context)
  const args = [String(own?.pid ?? ''), connectionSpec(asked), file, ...options]
  const { stdout } = await shell(context, SCRIPT, args, { sudo: true, timeoutMs: 25_000 })
  const value = readEffective(stdout)
  // Under a socket unit that has not been knocked at sshd refuses for its directory alone, which ssh.service would make; its files can be read.
  const untold = value?.refusal?.about === 'privsep-directory' && value.values['port'] === undefined
  if (value && !value.withoutMatch && !untold) return value
  const part = sections(stdout)
  const version = part('version')[0]
  const modelled = await modelledConfig(context, { main: file, version, connection: asked })
  if (modelled) {
    const { withoutMatch: _gone, ...seen } = value ?? { ok: modelled.ok, values: {} }
    const changed = value?.changedSinceStart ?? readChanged(part('changed'), part('now'), part('started'))
    return {
      // What sshd itself refuses stays refused; of the files we know what they say.
      ...(seen.ok ? { ...seen, ...modelled } : { ...seen, values: modelled.values }),
      ...(version !== undefined && { version: visible(version, 60) }),
      ...(changed !== undefined && { changedSinceStart: changed }),
    }
  }
  if (!value)
    throw new Unanswered(
      'not-allowed',
      `sshd on port ${port} could not be asked for its configuration: only root may, and it has to answer`,
    )
  return value
}

/** The effective configuration: the fact where it is known, else asked now; undefined where it cannot be had. */
export const effectiveConfig = askedOnce('sshd-effective', ask)

export default {
  id: 'sshd-effective',
  needs: 'shell',
  asks: 'what would sshd do for this user, by its own account?',
  cost: { seconds: 0.5, connections: 0, load: 0.05 },
  early: true,
  applies: () => true,
  run: ask,
} satisfies Probe<'sshd-effective'>
