import type { Entry } from '../entry.ts'

/** The kernel and auditd about the audit log itself. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'audit-backlog',
    by: 'audit',
    level: 'error',
    step: 'host',
    says: 'The audit log takes records more slowly than they come; with a full disk everything that is audited waits, logins too.',
    words:
      /^(?:audit: )?(?:audit_backlog=\d{1,10} > audit_backlog_limit=(?<limit>\d{1,10})|backlog limit exceeded|kauditd hold queue overflow)$/,
    source: 'Linux 6.6, kernel/audit.c',
  },
  {
    id: 'audit-lost',
    by: 'audit',
    level: 'error',
    step: 'host',
    says: 'Records of the audit log were lost; nothing else is.',
    words:
      /^(?:audit: )?(?:audit_lost=\d{1,10} audit_rate_limit=\d{1,10} audit_backlog_limit=\d{1,10}|rate limit exceeded)$/,
    harmless: true,
    source: 'Linux 6.6, kernel/audit.c',
  },
  {
    id: 'audit-callbacks-suppressed',
    by: 'audit',
    level: 'warning',
    step: 'host',
    says: 'The kernel has left out lines of its own; their number is told.',
    words:
      /^(?:kauditd_printk_skb|net_ratelimit|audit_log_\w{1,40}|__ratelimit): (?<limit>\d{1,10}) callbacks suppressed$/,
    source: 'Linux 6.6, lib/ratelimit.c',
  },
  {
    id: 'auditd-disk-full',
    by: 'audit',
    level: 'fatal',
    step: 'host',
    says: "The audit log's disk is full or nearly so; what auditd does then (suspend, single, halt) can shut out every login.",
    words:
      /^Audit daemon (?:is low on disk space for logging(?:\. .{1,200})?|has no space left on logging partition|is suspending logging due to (?<reason>no space left on logging partition|low disk space|logfile size|previously mentioned write error)\.?)$/,
    source: 'audit 3.1, src/auditd-event.c',
  },
  {
    id: 'auditd-switching-single',
    by: 'audit',
    level: 'fatal',
    step: 'host',
    road: 'breaks',
    says: 'auditd put the machine into single-user mode, since its log has no space left: nobody can log in.',
    words:
      /^The audit daemon is now (?:changing the system to single user mode|halting the system)(?: and exiting)?(?: due to (?<reason>.{1,100}?))?\.?$/,
    source: 'audit 3.1, src/auditd-event.c',
  },
]
