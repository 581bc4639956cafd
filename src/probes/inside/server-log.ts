import { known, type Probe, Unanswered } from '../../core/probe.ts'
import type { FactSheet, ServerLogFact } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { emptyServerLog, readServerLogHints } from '../../sshd-log/server-log-hints.ts'
import { unsafePathIn } from '../../sshd-log/telling-message.ts'
import { canonicalAddress } from '../../openssh/networks.ts'
import { userOf } from './account.ts'
import { ofItsStart, ofOurs } from '../server-log/log-of-ours.ts'
import { lineTime } from '../server-log/log-time.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { SSHD_PROCESSES } from '../sshd/sshd-processes.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** How far back the log is read, seconds. */
const WINDOW = 3600

/**
 * The journal's files are read without asking the journal's daemon, so one that hangs holds nobody up here; a dead disk might, and
 * the clock is for that. Lines of sshd's own tags only: the unit is called differently everywhere. Where the journal has
 * nothing, the files of syslog, their ends.
 */
const SCRIPT = `
${TIMEOUT}
echo @now; date +%s.%N; date '+%Y %z'
${SSHD_PROCESSES.slice(SSHD_PROCESSES.indexOf('echo @ancestors'))}
echo @journal
# Without these rights the journal shows one's own lines, and says nothing of the others.
all=; case " $(id -u) $(id -Gn) " in ' 0 '*|*' adm '*|*' systemd-journal '*|*' wheel '*) all=1 ;; esac
if [ -n "$all" ] && command -v journalctl >/dev/null 2>&1; then
  for o in short-iso-precise short-iso; do
    l=$($T journalctl -q --no-pager -o $o --since=-1h -n 5000 -t sshd -t sshd-session -t sshd-auth 2>/dev/null | grep -v '^-- ')
    [ -z "$l" ] || break
  done
  [ -n "$l" ] && { printf '%s\\n' "$l"; exit 0; }
  $T journalctl -q --no-pager -n 1 -t sshd -t systemd -t kernel 2>/dev/null | grep -q . && echo @readable && echo journal
fi
for f in /var/log/auth.log /var/log/secure /var/log/messages /var/log/syslog; do
  [ -f $f ] && [ -r $f ] || continue
  printf '@readable\\n%s\\n@lines\\n' "$f"
  $T tail -c 1500000 $f 2>/dev/null | tr '\\000\\r' '  ' | grep -E '(sshd|sshd-session|sshd-auth)(\\[[0-9]+\\])?: ' | tail -n 5000
  case $f in *auth.log|*secure) break ;; esac
done
:
`

export interface LogQuestion {
  /** Seconds since the examination began; our clock and the server's need not agree. */
  age: number
  user?: string
  /** The address we come from, as the server sees it. */
  address?: string
  /** Nobody listens: then what was said when sshd last tried to start is about us too. */
  nobodyListens?: boolean
}

/** What the script printed; undefined where no log could be read. */
export function readServerLog(text: string, question: LogQuestion): ServerLogFact | undefined {
  const part = sections(text)
  const journal = part('journal')
  const readable = part('readable')
  const source = journal.length > 0 ? 'journal' : readable.join(', ')
  if (source === '') return undefined
  const [year, zone] = (part('now')[1] ?? '').split(' ')
  const clock = { year: Number(year), zone: zone ?? '+0000', now: Number.parseFloat(part('now')[0] ?? '') }
  const lines = (journal.length > 0 ? journal : part('lines')).flatMap((line) => {
    const at = lineTime(line, clock)
    return at !== undefined && at < clock.now - WINDOW ? [] : [{ line, at }]
  })
  const fact = readServerLogHints(lines.map(({ line }) => line).join('\n')) ?? emptyServerLog()
  const via = new Set(part('ancestors'))
  const since = clock.now - question.age
  // A time to the second may be of its end.
  const recent = lines.filter(({ at }) => at !== undefined && at >= (Number.isInteger(at) ? Math.floor(since) : since))
  const now = ofOurs(
    recent.map(({ line }) => line),
    { ...question, via },
  )
  const told = question.nobodyListens && now.messages.length === 0 ? ofItsStart(lines.map(({ line }) => line)) : now
  const unsafe = told.says.map(unsafePathIn).findLast((path) => path !== undefined)
  // The line about us stands last, where whoever shows one line looks.
  const says = told.says.map((line) => visible(line, 400))
  return {
    ...fact,
    toldOfUs: told.messages,
    ...(told.details.length > 0 && { details: told.details }),
    ...(unsafe !== undefined && { unsafePath: visible(unsafe) }),
    source: visible(source, 200),
    says: [...fact.says.filter((line) => !says.includes(line)), ...says],
  }
}

/** The first thing we asked was asked then; seconds since 1970 by our clock. */
function began(facts: FactSheet): number {
  const times = Object.values(facts).map((fact) => Date.parse(fact.at) / 1000)
  const first = Math.min(...times.filter((time) => Number.isFinite(time)))
  // The fact of a login is noted when it is over; it may have begun a whole wait before.
  const login = known(facts, 'login')
  const loginAt = Date.parse(facts.login?.at ?? '') / 1000 - (login?.seconds ?? 0)
  const all = [first, loginAt].filter((time) => Number.isFinite(time))
  return all.length > 0 ? Math.min(...all) : Date.now() / 1000 - 60
}

export default {
  id: 'server-log',
  needs: 'shell',
  asks: 'what does sshd itself say in its log?',
  cost: { seconds: 0.6, connections: 0, load: 0.08 },
  afterLogin: true,
  buildsOn: ['listener', 'log-daemon'],
  applies: () => true,
  async run(context) {
    const start = began(context.facts)
    const from = context.from ?? known(context.facts, 'inside-session')?.clientAddress
    const address = from === undefined ? undefined : canonicalAddress(from)
    const user = userOf(context)
    const stdout = await wholeAnswer(context, SCRIPT, [], { sudo: true, timeoutMs: 25_000, maxBytes: 4 * 1024 * 1024 })
    // Asked before and answered after: the server's clock was read in between, so this is rather too long than too short.
    const age = Date.now() / 1000 - start
    const nobodyListens = known(context.facts, 'listener')?.listeners.length === 0
    const question = {
      age,
      nobodyListens,
      ...(user !== undefined && { user }),
      ...(address !== undefined && { address }),
    }
    const value = readServerLog(stdout, question)
    if (!value)
      throw new Unanswered(
        'not-allowed',
        'the log of sshd cannot be read without more rights on the server, or there is none',
      )
    if (known(context.facts, 'log-daemon')?.state === 'hangs') delete value.toldOfUs
    return value
  },
} satisfies Probe<'server-log'>
