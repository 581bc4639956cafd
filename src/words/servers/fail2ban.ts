import type { Entry } from '../entry.ts'

/** In its log file the component and the level stand in front, set in columns; in syslog and the journal not all of them do. */
const logged = (words: RegExp): RegExp =>
  new RegExp(
    `^(?:fail2ban[\\w.]{0,40} {0,30}(?:\\[\\d{1,10}\\])?: )?(?:(?:DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL) {1,8})?${words.source}$`,
  )

/** fail2ban 0.9 to 1.1, in its log file, in syslog and in the journal. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'fail2ban-ban-ssh',
    by: 'fail2ban',
    level: 'info',
    step: 'path',
    road: 'breaks',
    says: 'fail2ban shut this address out, after failures against the SSH server.',
    words: logged(
      /\[(?<option>sshd?(?:[\w-]{0,30})|recidive|dropbear|openssh[\w-]{0,20})\](?: Restore)? Ban (?<address>\S{1,100})/,
    ),
    message: 'address-banned',
    source: 'fail2ban 1.1, fail2ban/server/actions.py',
  },
  {
    id: 'fail2ban-ban-other',
    by: 'fail2ban',
    level: 'info',
    says: 'fail2ban shut an address out, after failures against another service.',
    words: logged(
      /\[(?<option>(?!sshd?[\w-]{0,30}\]|recidive\]|dropbear\]|openssh[\w-]{0,20}\])[\w.-]{1,60})\](?: Restore)? Ban (?<address>\S{1,100})/,
    ),
    source: 'fail2ban 1.1, fail2ban/server/actions.py',
  },
  {
    id: 'fail2ban-unban',
    by: 'fail2ban',
    level: 'info',
    step: 'path',
    says: 'fail2ban lets this address in again.',
    words: logged(/\[(?<option>[\w.-]{1,60})\] Unban (?<address>\S{1,100})/),
    source: 'fail2ban 1.1, fail2ban/server/actions.py',
  },
  {
    id: 'fail2ban-already-banned',
    by: 'fail2ban',
    level: 'info',
    step: 'path',
    says: 'An address that fail2ban has shut out still comes through: its rule of the firewall does not hold, or the connection is older than the ban.',
    words: logged(/\[(?<option>[\w.-]{1,60})\] (?<address>\S{1,100}) already banned/),
    source: 'fail2ban 1.1, fail2ban/server/actions.py',
  },
  {
    id: 'fail2ban-reban',
    by: 'fail2ban',
    level: 'info',
    step: 'path',
    road: 'breaks',
    says: 'fail2ban shut the address out anew, since its rule of the firewall was gone.',
    words: logged(/\[(?<option>[\w.-]{1,60})\] Reban (?<address>[^\s,]{1,100})(?:, action '.{1,100}')?/),
    message: 'address-banned',
    source: 'fail2ban 1.1, fail2ban/server/actions.py',
  },
  {
    id: 'fail2ban-increase-ban',
    by: 'fail2ban',
    level: 'info',
    step: 'path',
    says: 'fail2ban shuts an address out for longer, since it came again.',
    words: logged(
      /\[(?<option>[\w.-]{1,60})\] Increase Ban (?<address>\S{1,100}) \(\d{1,8} # (?<limit>.{1,60}?) -> .{1,60}\)/,
    ),
    source: 'fail2ban 1.1, fail2ban/server/observer.py',
  },
  {
    id: 'fail2ban-ignore',
    by: 'fail2ban',
    level: 'info',
    step: 'path',
    says: 'fail2ban passes this address over: it is among those never to be shut out, or its time is up.',
    words: logged(/\[(?<option>[\w.-]{1,60})\] Ignore (?<address>\S{1,100}?)(?: by .{1,60}|, expired bantime)/),
    source: 'fail2ban 1.1, fail2ban/server/filter.py',
  },
  {
    id: 'fail2ban-found',
    by: 'fail2ban',
    level: 'info',
    says: 'fail2ban counted one failure of this address.',
    words: logged(
      /\[(?<option>[\w.-]{1,60})\] Found (?<address>[^\s,]{1,100})(?: - \d{4}-\d\d-\d\d \d\d:\d\d:\d\d|, bad - .{1,120})?/,
    ),
    source: 'fail2ban 1.1, fail2ban/server/filter.py',
  },
  {
    id: 'fail2ban-flush',
    by: 'fail2ban',
    level: 'info',
    step: 'path',
    says: 'fail2ban let everybody in again that it had shut out.',
    words: logged(
      /(?:\[(?<option>[\w.-]{1,60})\] Flush ticket\(s\) with .{1,60}|No flush occurred, do consistency check)/,
    ),
    source: 'fail2ban 1.1, fail2ban/server/actions.py',
  },
  {
    id: 'fail2ban-action-failed',
    by: 'fail2ban',
    level: 'error',
    step: 'path',
    says: 'fail2ban could not change the firewall: whom it says it shuts out may still come in.',
    words: logged(
      /Failed to (?:execute (?:ban|unban|reban)|start|stop|flush bans in) jail '(?<option>[^']{1,60})' action '[^']{1,100}'(?: info '.{1,1500}')?:? ?(?<reason>.{0,300})/,
    ),
    source: 'fail2ban 1.1, fail2ban/server/actions.py',
  },
  {
    id: 'fail2ban-invariant-failed',
    by: 'fail2ban',
    level: 'error',
    step: 'path',
    says: "fail2ban's rules of the firewall were gone, and it sets them anew.",
    words: logged(
      /(?:Invariant check failed\. (?:Trying to restore a sane environment|Unban is impossible\.|Flush is impossible\.)|Unable to restore environment)/,
    ),
    source: 'fail2ban 1.1, fail2ban/server/action.py',
  },
  {
    id: 'fail2ban-command-failed',
    by: 'fail2ban',
    level: 'error',
    step: 'path',
    says: "A command of fail2ban's that changes the firewall failed.",
    words: logged(
      /(?:[\da-f]{6,20} -- (?:exec: .{1,600}|stderr: .{0,600}|stdout: .{0,600}|returned \d{1,3}|killed with SIG\w{1,12} \(return code: -?\d{1,3}\)|timed out after \d{1,6} seconds\.|unable to kill PID \d{1,10})|HINT on \d{1,3}: .{1,300})/,
    ),
    source: 'fail2ban 1.1, fail2ban/server/utils.py',
  },
  {
    id: 'fail2ban-jail-started',
    by: 'fail2ban',
    level: 'info',
    says: 'fail2ban watches a service.',
    words: logged(
      /(?:Jail '(?<option>[\w.-]{1,60})' (?:started|stopped|reloaded|uses .{1,100})|Creating new jail '[\w.-]{1,60}'|Initiated '\w{1,20}' backend|(?:Reload|Restart) jail '?[\w.-]{1,60}'?.{0,100}|\[[\w.-]{1,60}\] Jail is in operation now.{0,60})/,
    ),
    source: 'fail2ban 1.1, fail2ban/server/jail.py',
  },
  {
    id: 'fail2ban-settings',
    by: 'fail2ban',
    level: 'info',
    says: "fail2ban's settings as it read them.",
    words: logged(/ {2}(?:maxRetry|findtime|banTime|encoding|maxLines|date pattern).{0,300}/),
    source: 'fail2ban 1.1, fail2ban/server/filter.py',
  },
  {
    id: 'fail2ban-server-state',
    by: 'fail2ban',
    level: 'info',
    says: 'fail2ban has started, ended, or read its settings again.',
    words: logged(
      /(?:Starting Fail2ban v\S{1,40}|Exiting Fail2ban|Shutdown in progress\.\.\.|Stopping all jails|Reload (?:all jails|finished\.)|rollover performed on .{1,200}|Observer st(?:art|op).{0,100}|Daemon started|Starting in daemon mode|Connected to fail2ban persistent database '.{1,200}'|Connection to database closed\.|Added logfile: '.{1,400}|Changed logging target to .{1,200})/,
    ),
    source: 'fail2ban 1.1, fail2ban/server/server.py',
  },
  {
    id: 'fail2ban-no-log-file',
    by: 'fail2ban',
    level: 'error',
    says: 'fail2ban found no log file of this service and did not start: without rsyslog it has to read the journal (backend = systemd).',
    words: logged(
      /(?:Failed during configuration: )?Have not found any log file for '?(?<option>[\w.-]{1,60})'? jail\.?/,
    ),
    source: 'fail2ban 1.1, fail2ban/client/jailreader.py',
  },
  {
    id: 'fail2ban-clock',
    by: 'fail2ban',
    level: 'warning',
    says: "The times in a log and this machine's clock do not fit, so fail2ban counts wrongly or not at all.",
    words: logged(
      /\[(?<option>[\w.-]{1,60})\] (?:Detected a log entry .{1,60} the current time in operation mode\..{0,200}|Ignoring all log entries older than \d{1,10}s; these are probably.{0,200}|Please check (?:a )?jail (?:has possibly a timezone issue|for a timing issue)\..{0,600}|Simulate NOW in operation since found time has too large deviation .{1,100}|Found a match but no valid date\/time found for .{1,600})/,
    ),
    source: 'fail2ban 1.1, fail2ban/server/filter.py',
  },
  {
    id: 'fail2ban-already-running',
    by: 'fail2ban',
    level: 'error',
    says: 'A second fail2ban was started beside one that runs.',
    words: logged(/Fail2ban seems to be already running/),
    harmless: true,
    source: 'fail2ban 1.1, fail2ban/server/asyncserver.py',
  },
]
