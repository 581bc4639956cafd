import type { Entry } from '../entry.ts'

/** systemd about everything besides SSH, releases 219 to 257: ordinary in every log, and failures of what logins may need. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'systemd-session-unit',
    by: 'systemd',
    level: 'info',
    step: 'session',
    says: "systemd's own note of a user's session or of the user's service manager.",
    words:
      /^(?:Started Session \S{1,40} of [Uu]ser (?<user>[^.]{1,256})\.|(?:Created|Removed) slice (?:user-\d{1,10}\.slice - )?User Slice of (?:UID \d{1,10}|.{1,100})\.|(?:Starting|Started|Stopping|Stopped) (?:user(?:-runtime-dir)?@\d{1,10}\.service - )?User (?:Manager for UID|Runtime Directory \/run\/user\/)\S{0,12} ?\d{0,10}\.{1,3}|Started (?:session-\S{1,40}\.scope - )?Session \S{1,40} of [Uu]ser .{1,256}\.|session-c?\d{1,10}\.scope: (?:Deactivated successfully|Succeeded|Consumed .{1,100})\.|user(?:-runtime-dir)?@\d{1,10}\.service: (?:Deactivated successfully|Succeeded)\.)$/,
    source: 'systemd 252, src/core/job.c',
  },
  {
    id: 'systemd-user-manager-failed',
    by: 'systemd',
    level: 'warning',
    step: 'session',
    says: "The user's own service manager did not start; the login goes on, after a wait at most.",
    words:
      /^(?:user(?:-runtime-dir)?@\d{1,10}\.service: (?:Failed with result '(?<reason>[\w-]{1,40})'\.|Failed at step \w{1,40} spawning \S{1,200}: .{1,100}|Main process exited, .{1,100})|Failed to start (?:user@\d{1,10}\.service - )?User Manager for UID \d{1,10}\.)$/,
    source: 'systemd 252, src/core/job.c',
  },
  {
    id: 'systemd-other-failed',
    by: 'systemd',
    level: 'warning',
    says: 'Another service failed.',
    words:
      /^(?<program>(?!(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.(?:service|socket):|systemd-logind\.service:|user(?:-runtime-dir)?@\d{1,10}\.service:)[\w.@\\:-]{1,200}\.(?:service|socket|mount|timer|scope|swap|path|device)): (?:Failed with result '(?<reason>[\w-]{1,40})'\.|Start request repeated too quickly\.|Main process exited, .{1,100}|Control process exited, .{1,100}|Failed at step .{1,200}|Watchdog timeout \(limit [\w ]{1,20}\)!)$/,
    source: 'systemd 252, src/core/job.c',
  },
  {
    id: 'systemd-other-ended',
    by: 'systemd',
    level: 'info',
    says: 'Another unit ended in order, or systemd tells what it used.',
    words:
      /^(?<program>(?!(?:open)?(?:sshd?|dropbear)(?:@[\w@:.\\-]{1,200})?\.(?:service|socket):|session-c?\d{1,10}\.scope:|user(?:-runtime-dir)?@\d{1,10}\.service:)[\w.@\\:-]{1,200}\.(?:service|socket|mount|timer|scope|slice|swap|path)): (?:Deactivated successfully|Succeeded|Consumed .{1,100}|Scheduled restart job, restart counter is at \d{1,10})\.$/,
    source: 'systemd 252, src/core/job.c',
  },
  {
    id: 'systemd-other-started',
    by: 'systemd',
    level: 'info',
    says: 'Another unit was started or stopped in order.',
    words:
      /^(?:Started|Starting|Stopped|Stopping|Finished|Reloading|Reloaded|Reached target|Stopped target|Listening on|Closed|Mounted|Mounting|Unmounted|Unmounting|Created slice|Removed slice|Found device|Activated swap|Set up automount|Condition check resulted in|Queued start job for default target) (?!.{0,60}(?:OpenBSD Secure Shell|OpenSSH|(?:open)?sshd?(?:@\S{1,200})?\.(?:service|socket)|dropbear)|(?:user-\d{1,10}\.slice - )?User (?:Slice|Manager|Runtime)|(?:session-\S{1,40}\.scope - )?Session|user(?:-runtime-dir)?@|user-\d).{1,300}$/,
    tagged: true,
    source: 'systemd 252, src/core/job.c',
  },
  {
    id: 'systemd-reloading',
    by: 'systemd',
    level: 'info',
    says: 'systemd reads the files of its units again.',
    words: /^Reload(?:ing|ed)(?: (?:finished in \d{1,10} ms|requested from client PID .{1,200}))?\.{1,3}$/,
    tagged: true,
    source: 'systemd 252, src/core/job.c',
  },
  {
    id: 'systemd-startup-finished',
    by: 'systemd',
    level: 'info',
    step: 'host',
    road: 'passes',
    says: 'The machine has come up.',
    words: /^Startup finished in .{1,200}\.$/,
    source: 'systemd 252, src/core/manager.c',
  },
  {
    id: 'systemd-other-not-started',
    by: 'systemd',
    level: 'error',
    says: 'Another service did not start.',
    words:
      /^Failed to start (?!.{0,60}(?:OpenBSD Secure Shell|OpenSSH|(?:open)?sshd?(?:@\S{1,200})?\.(?:service|socket)|dropbear|SSH)|(?:systemd-logind\.service - )?User Login Management|Login Service|(?:user@\d{1,10}\.service - )?User Manager)(?<program>.{1,200})\.$/,
    tagged: true,
    source: 'systemd 252, src/core/job.c',
  },
]
