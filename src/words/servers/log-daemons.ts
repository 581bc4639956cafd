import type { Entry } from '../entry.ts'

/** The daemons that keep logs, about what they lost: lines that are missing are no evidence then. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'journald-suppressed',
    by: 'log-daemon',
    level: 'info',
    says: 'So many lines came that the journal left some out: lines that are missing here are no evidence.',
    words: /^Suppressed (?<limit>\d{1,10}) messages from (?<program>\S{1,200})$/,
    source: 'systemd 252, src/journal/journald-rate-limit.c and journald-server.c',
  },
  {
    id: 'journald-missed',
    by: 'log-daemon',
    level: 'info',
    says: 'Lines were lost on their way into the journal or out of it.',
    words: /^(?:Missed (?<limit>\d{1,10}) kernel messages|Forwarding to syslog missed \d{1,10} messages\.)$/,
    source: 'systemd 252, src/journal/journald-rate-limit.c and journald-server.c',
  },
  {
    id: 'journald-disk-full',
    by: 'log-daemon',
    level: 'warning',
    step: 'host',
    says: 'The journal cannot be written: mostly the disk is full.',
    words:
      /^Failed to (?:write entry .{0,200}|append entry .{0,100}|create new (?:system|user|runtime) journal): (?<reason>No space left on device|Read-only file system|Input\/output error|Disk quota exceeded)(?: \(Dropped \d{1,10} similar message\(s\)\))?$/,
    source: 'systemd 252, src/journal/journald-rate-limit.c and journald-server.c',
  },
  {
    id: 'journald-file-corrupt',
    by: 'log-daemon',
    level: 'info',
    says: 'A file of the journal was not closed in order, and a new one is begun.',
    words: /^File (?<path>\/\S{1,300}) corrupted or uncleanly shut down, renaming and replacing\.$/,
    source: 'systemd 252, src/journal/journald-rate-limit.c and journald-server.c',
  },
  {
    id: 'rsyslog-rate-limit',
    by: 'log-daemon',
    level: 'info',
    says: 'So many lines came that rsyslog left some out: lines that are missing here are no evidence.',
    words:
      /^(?:\w{1,40}(?:\[[^\]]{1,120}\])?: (?:begin to drop messages due to rate-limiting|(?<limit>\d{1,10}) messages lost due to rate-limiting(?: \(\d{1,10} allowed within \d{1,10} seconds\))?)|imuxsock (?:begins to drop|lost \d{1,10}) messages from pid \d{1,10} due to rate-limiting)(?: \[v.{1,120}\])?$/,
    source: 'rsyslog 8.2302, plugins/imuxsock/imuxsock.c, plugins/imjournal/imjournal.c and tools/omfile.c',
  },
  {
    id: 'rsyslog-file-unwritable',
    by: 'log-daemon',
    level: 'error',
    step: 'host',
    says: 'rsyslog cannot write this log: mostly the disk is full.',
    words:
      /^(?:file '(?<path>[^']{1,300})'(?:\[\d{1,6}\])?:? (?:write error|open error)(?: - .{0,100})?:? ?(?<reason>.{0,100})|action '[^']{1,100}' (?:suspended|resumed) \(module '[^']{1,60}'\).{0,200})$/,
    source: 'rsyslog 8.2302, plugins/imuxsock/imuxsock.c, plugins/imjournal/imjournal.c and tools/omfile.c',
  },
]
