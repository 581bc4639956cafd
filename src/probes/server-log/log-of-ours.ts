import { LOG_MESSAGE } from '../../core/log-messages.ts'
import type { LogMessage } from '../../core/log-messages.ts'
import type { ServerLogFact } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { tellingOf } from '../../sshd-log/telling-message.ts'
import { canonicalAddress } from '../../openssh/networks.ts'

export interface ToldOfUs {
  messages: LogMessage[]
  /** The last line of each. */
  says: string[]
  /** What these lines name, visible form. */
  details: NonNullable<ServerLogFact['details']>
}

interface Telling {
  line: string
  detail: ToldOfUs['details'][number]
}

/** What a line of sshd's, or of a module of PAM's behind its tag, says. Drops are counted by their kind, not named (sshd-log/telling-message). */
function tellingLine(line: string, message: string): Telling | undefined {
  const telling = tellingOf(message)
  if (!telling || telling.message.startsWith('dropped-') || LOG_MESSAGE[telling.message].by === 'client')
    return undefined
  const shown = Object.entries(telling.fields).map(([name, value]) => [name, visible(value, 300)])
  return { line: line.trim(), detail: { message: telling.message, ...(Object.fromEntries(shown) as object) } }
}

const toldOf = (told: ReadonlyMap<LogMessage, Telling>): ToldOfUs => ({
  messages: [...told.keys()],
  says: [...told.values()].map(({ line }) => line),
  details: [...told.values()].map(({ detail }) => detail),
})

/** The first tag of a line is the log daemon's; what an attacker says stands behind it. */
const TAGGED = /^[^[\]]{0,200}?(?:^|[\s/])(?:sshd|sshd-session|sshd-auth)(?:\[(\d{1,10})\])?: (.*)$/

/** Where sshd puts the other side's address: at the end, or in the place nobody's words reach. */
const ENDS_WITH_ADDRESS = /(?:from|by|user) (?:.* )?([\da-fA-F.:]{3,60})(?:%\S{1,40})? port \d{1,5}(?::? .*)?$/
/** The listener's word for a child whose time is over, whose number it names from 9.8 on. */
const TIMED_OUT = /^(?:sshd: )?Timeout before authentication for (?:connection from )?([\da-fA-F.:]{3,60})(?:[ ,.]|$)/
const NOT_ALLOWED = /^User (.*) from (\S{1,255}) not allowed because /
const DROPPED = /^drop connection #\d{1,6} from \[([\da-fA-F.:]{3,60})\]:\d{1,5} on /
const REFUSED = /^refused connect from (\S{1,255}) \(([\da-fA-F.:]{3,60})\)$/

/**
 * What lines that are about us say: of the whole server, or of a connection from our address or for our user. What one
 * process says belongs together, since the line that tells need not name the address. `via` are the processes
 * of our own way in. In the order last said; `says` has the last line of each.
 */
export function ofOurs(
  lines: readonly string[],
  us: { user?: string; address?: string; via: ReadonlySet<string> },
): ToldOfUs {
  const entries = lines.flatMap((line) => {
    const m = TAGGED.exec(line.slice(0, 2000))
    if (!m || (m[1] !== undefined && us.via.has(m[1]))) return []
    const message = m[2]!.replace(/^(?:error|fatal|info): /, '').replace(/ \[preauth\]$/, '')
    return [{ line, pid: m[1], message }]
  })
  const concerns = new Map<string, boolean>()
  for (const { pid, message } of entries) {
    const verdict = concern(message, us)
    if (pid === undefined || verdict === undefined) continue
    // An address that is not ours outweighs a user's name, which anybody may type.
    concerns.set(pid, (concerns.get(pid) ?? true) && verdict)
  }
  const told = new Map<LogMessage, Telling>()
  for (const { line, pid, message } of entries) {
    const telling = tellingLine(line, message)
    const said = telling?.detail.message
    if (telling === undefined || said === undefined || said === 'account-refused-by-pam') continue
    const mine = concern(message, us) ?? (pid === undefined ? undefined : concerns.get(pid))
    const { about } = LOG_MESSAGE[said]
    const may = about === 'server' || (mine === undefined && about === 'session')
    if (mine !== true && !may) continue
    // The last thing said about us stands last.
    told.delete(said)
    told.set(said, telling)
  }
  return toldOf(told)
}

/** What sshd says as it comes up and as it goes. */
const CAME_OR_WENT = /^(?:Server listening on |Received signal \d{1,3}; terminating)/

/**
 * What kept sshd from coming up again: what was said of the whole server since it last listened or was told to go, and the
 * last line of each. For a server on which nobody listens.
 */
export function ofItsStart(lines: readonly string[]): ToldOfUs {
  const told = new Map<LogMessage, Telling>()
  for (const line of lines) {
    const message = TAGGED.exec(line.slice(0, 2000))?.[2]?.replace(/^(?:error|fatal|info): /, '')
    if (message === undefined) continue
    if (CAME_OR_WENT.test(message)) told.clear()
    const telling = tellingLine(line, message)
    if (telling && LOG_MESSAGE[telling.detail.message].about === 'server') told.set(telling.detail.message, telling)
  }
  return toldOf(told)
}

/** Whether a message is about us, about somebody else, or does not say. */
function concern(message: string, us: { user?: string; address?: string }): boolean | undefined {
  const notAllowed = NOT_ALLOWED.exec(message)
  const told =
    notAllowed?.[2] ??
    REFUSED.exec(message)?.[2] ??
    DROPPED.exec(message)?.[1] ??
    TIMED_OUT.exec(message)?.[1] ??
    ENDS_WITH_ADDRESS.exec(message)?.[1]
  // With UseDNS a name may stand in its place, which cannot be compared.
  const address = told === undefined ? undefined : canonicalAddress(told)
  if (address !== undefined && us.address !== undefined) return address === us.address
  if (us.user === undefined) return undefined
  if (notAllowed) return notAllowed[1] === us.user
  const user =
    /^(?:Failed|Accepted|Postponed|Partial) \S{1,60} for (?:invalid user )?(.*) from |(?:authenticating|invalid) user (.*) [\da-fA-F.:]{3,60} port |^Could not open user '(.*)' authorized keys|^Access denied for user (.*) by PAM/.exec(
      message,
    )
  const named = user?.slice(1).find((each) => each !== undefined)
  return named === undefined ? undefined : named === us.user
}
