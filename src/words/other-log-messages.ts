import type { LogMessage } from '../core/log-messages.ts'

/**
 * What other programs of the server say of it, in lines that people paste beside those of sshd. Linux 4 to 6 (mm/oom_kill.c, kernel/hung_task.c,
 * nf_conntrack_core.c), systemd 237 to 257, fail2ban 0.10 to 1.1, ufw.
 */
const NAMED: readonly [RegExp, LogMessage][] = [
  [/\bfail2ban\S{0,40}.{0,60}\[sshd?[\w-]{0,30}\] (?:Restore )?Ban \S/, 'address-banned'],
  [
    /\b(?:Out of memory|Memory cgroup out of memory): Kill(?:ed)? process \d|\binvoked oom-killer\b/,
    'killed-for-memory',
  ],
  [/\bINFO: task \S{1,60} blocked for more than \d{1,6} seconds/, 'task-blocked'],
  [/\bnf_conntrack: table full, dropping packet/, 'connection-table-full'],
  [/\[UFW BLOCK\] .{0,400}\bDPT=22\b/, 'packet-blocked'],
  [
    /\bsshd?\.service: (?:Failed with result|Start request repeated too quickly)|\bFailed to start (?:sshd?\.service|OpenSSH|OpenBSD Secure Shell)/,
    'service-failed',
  ],
]

/** What a line of another program says, if it tells of a fault. Strangers cannot write these lines: they hold no words of a login. */
export function messageOfOthers(line: string): LogMessage | undefined {
  return /fail2ban|emory|oom-killer|blocked for|conntrack|UFW|\.service|Failed to start/.test(line)
    ? NAMED.find(([pattern]) => pattern.test(line))?.[1]
    : undefined
}
