import { SPEAKERS, type Speaker } from './speakers.ts'
import { behindFront } from './tag-stamp.ts'

/** What stands in front of a message. */
export interface Tagged {
  /** The program's name, as it stands there; undefined where the line has none. */
  tag?: string
  /** Who prints under this name; undefined for a name that nobody here has. */
  speaker?: Speaker
  pid?: number
  host?: string
  /** The message, with its level. */
  text: string
}

const BY_TAG: ReadonlyMap<string, Speaker> = new Map(
  Object.entries(SPEAKERS).flatMap(([speaker, manners]) =>
    ('tags' in manners ? manners.tags : []).map((tag): [string, Speaker] => [tag, speaker as Speaker]),
  ),
)

/** journalctl -o with-unit names the unit in the program's place. */
const UNITS: readonly [RegExp, Speaker][] = [
  [/^(?:sshd?|openssh-server|sshd-session)(?:@[^\s[\]]{0,100})?\.service$/, 'sshd'],
  [/^session-c?\d{1,9}\.scope$/, 'sshd'],
  [/^systemd-logind\.service$/, 'logind'],
  [/^(?:init\.scope|user@\d{1,10}\.service|ssh\.socket|sshd\.socket)$/, 'systemd'],
  [/^(?:sssd|sssd-\w{1,20})\.(?:service|socket)$/, 'sssd'],
  [/^(?:fail2ban|sshguard|crowdsec|denyhosts|dropbear|proftpd)\.service$/, 'fail2ban'],
]

/** Who prints under this name. */
export const speakerOfTag = (tag: string): Speaker | undefined => {
  const bare = tag
    .replace(/^.*\//, '')
    .replace(/^com\.openssh\./, '')
    .replace(/^\[|\]$/g, '')
  const known = BY_TAG.get(tag) ?? BY_TAG.get(bare)
  if (known) return known
  const daemon = /^(sshd(?:-session|-auth)?)(?:\.service|\([^)\s]{0,40}\)|@[^\s:[\]]{0,60})$/.exec(bare)
  if (daemon) return 'sshd'
  const unit = UNITS.find(([pattern]) => pattern.test(bare))
  if (!unit) return undefined
  return unit[1] === 'fail2ban' ? BY_TAG.get(bare.replace(/\.service$/, '')) : unit[1]
}

/** `sshd[123]: `, `/usr/sbin/sshd[1]: `, `sshd(pam_unix)[1]: `, `systemd[1]: `. */
const TAG = /^(\[?[^\s:[\]]{1,100}\]?)(?:\[(\d{1,10})\])?: ?/
/** RFC 5424 behind the time: host, program, process, message id, structured data. */
const STRUCTURED =
  /^(\S{1,255}) (\S{1,100}) (\d{1,10}|-) \S{1,40} (?:-|(?:\[(?:[^\]\\"]|\\.|"(?:[^"\\]|\\.){0,2000}"){0,400}\])+) ?\uFEFF?/
const FACILITY =
  /^(?:(?:auth|authpriv|cron|daemon|kern|local\d|mail|security|syslog|user)\.(?:emerg|alert|crit|err|error|warn|warning|notice|info|debug)|<[a-z\d.]{2,12}>):? {1,2}/
const HOST = /^([^\s[\]]{0,254}[^\s[\]:]) {1,2}/
/** Solaris' message id; a journal that takes the kernel's words for sshd's. */
const MESSAGE_ID = /^(?:\[ID \d{1,10} [a-z\d.]{1,20}\]|kernel: ?\[ *\d{1,10}\.\d{1,9}\]:?) /
/** Windows' sshd.log: process and time, with the fraction. */
const WINDOWS = /^(\d{1,7}) \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} /
/** The kernel's own time, behind its name. */
const BOOT = /^\[ {0,8}\d{1,10}\.\d{3,9}\] {1,4}/
/** Never a program's name. */
const NO_TAG = /^(?:error|fatal|debug[123]?|info|verbose|warning|notice|note)$/i
/** sshd and ssh with LogVerbose: where in the source, and the process. */
const VERBOSE = /^[\w-]{1,48}\.c:\w{1,48}\(\):\d{1,6} \((?:bin=[^,)]{1,40}, )?pid=\d{1,10}\): /

/** dropbear -E, as it prints without a log daemon: process and time. */
const DROPBEAR = /^\[(\d{1,10})\] [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d /

/** SSSD's parts name themselves in brackets: `sssd[be[example.com]]: `, `[sssd[krb5_child[123]]]: `. */
const SSSD = /^(?:\S{1,255} )?\[?sssd\[[\w.[\]-]{1,120}\]: /

/** Reads what stands in front of a line's message. */
export function readTag(line: string): Tagged {
  const json = line.startsWith('{"') ? ofJournal(line) : undefined
  if (json) return json
  const dropbear = DROPBEAR.exec(line)
  if (dropbear) return made('dropbear', dropbear[1], undefined, line.slice(dropbear[0].length))
  const windows = WINDOWS.exec(line)
  if (windows)
    return { tag: 'sshd.exe', speaker: 'windows-sshd', pid: Number(windows[1]), text: line.slice(windows[0].length) }
  const front = behindFront(line)
  const rest = behindFacility(front.text)
  const sssd = SSSD.exec(rest)
  if (sssd) return made('sssd', undefined, undefined, rest.slice(sssd[0].length))
  const structured = front.stamped ? STRUCTURED.exec(rest) : null
  if (structured) {
    const speaker = speakerOfTag(structured[2]!)
    if (speaker !== undefined || structured[3] !== '-')
      return made(structured[2]!, structured[3], structured[1], rest.slice(structured[0].length), speaker)
  }
  const own = TAG.exec(rest)
  if (own && isTag(own, front.stamped)) return made(own[1]!, own[2], undefined, rest.slice(own[0].length))
  const host = HOST.exec(rest)
  const behind = host ? behindFacility(rest.slice(host[0].length)) : ''
  const tag = host ? TAG.exec(behind) : null
  if (host && tag && isHostTag(tag, front.stamped)) return made(tag[1]!, tag[2], host[1], behind.slice(tag[0].length))
  return front.sinceBoot ? { tag: 'kernel', speaker: 'kernel', text: rest } : { text: rest }
}

/** `journalctl -o json`: one object a line; a message that is no text is a list of bytes. */
function ofJournal(line: string): Tagged | undefined {
  let fields: unknown
  try {
    fields = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof fields !== 'object' || fields === null || !('MESSAGE' in fields)) return undefined
  const of = fields as Record<string, unknown>
  const message = Array.isArray(of.MESSAGE) ? String.fromCharCode(...of.MESSAGE.map(Number)) : of.MESSAGE
  const tag = of.SYSLOG_IDENTIFIER ?? of._COMM
  if (typeof message !== 'string' || typeof tag !== 'string') return undefined
  return made(tag, typeof of._PID === 'string' ? of._PID : undefined, undefined, message.slice(0, 8192))
}

const behindFacility = (text: string): string => {
  const facility = FACILITY.exec(text)
  return facility ? behindFront(text.slice(facility[0].length)).text : text
}

/** A name with a process, or one that somebody here has, behind a time. A bare `ssh: ` begins messages of ssh's own. */
const isTag = (m: RegExpExecArray, stamped: boolean): boolean =>
  !NO_TAG.test(m[1]!) && (m[2] !== undefined || (stamped && speakerOfTag(m[1]!) !== undefined && m[1] !== 'ssh'))

const isHostTag = (m: RegExpExecArray, stamped: boolean): boolean =>
  !NO_TAG.test(m[1]!) &&
  (m[2] !== undefined || (stamped && (speakerOfTag(m[1]!) !== undefined || /^[\w./@-]+$/.test(m[1]!))))

function made(
  tag: string,
  pid: string | undefined,
  host: string | undefined,
  text: string,
  speaker = speakerOfTag(tag),
): Tagged {
  const bare = text.replace(MESSAGE_ID, '').replace(VERBOSE, '')
  const tagged: Tagged = { tag, text: speaker === 'kernel' ? bare.replace(BOOT, '') : bare }
  if (speaker !== undefined) tagged.speaker = speaker
  if (pid !== undefined && pid !== '-') tagged.pid = Number(pid)
  if (host !== undefined) tagged.host = host
  return tagged
}
