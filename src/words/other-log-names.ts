/**
 * What other programs of the server call by name in lines people paste beside sshd's: the fault's id. Linux 4 to 6 (mm/oom_kill.c, kernel/hung_task.c,
 * nf_conntrack_core.c), systemd 237 to 257, fail2ban 0.10 to 1.1, ufw.
 */
const NAMED: readonly [RegExp, string][] = [
  [/\bfail2ban\S{0,40}.{0,60}\[sshd?[\w-]{0,30}\] (?:Restore )?Ban \S/, 'source-banned'],
  [
    /\b(?:Out of memory|Memory cgroup out of memory): Kill(?:ed)? process \d|\binvoked oom-killer\b/,
    'memory-exhausted',
  ],
  [/\bINFO: task \S{1,60} blocked for more than \d{1,6} seconds/, 'io-stalled'],
  [/\bnf_conntrack: table full, dropping packet/, 'packets-dropped'],
  [/\[UFW BLOCK\] .{0,400}\bDPT=22\b/, 'packets-dropped'],
  [
    /\bsshd?\.service: (?:Failed with result|Start request repeated too quickly)|\bFailed to start (?:sshd?\.service|OpenSSH|OpenBSD Secure Shell)/,
    'nothing-listens',
  ],
]

/** The fault a line of another program's names, if it names one. Strangers cannot write these lines: none holds words of a login. */
export function faultNamedByOthers(line: string): string | undefined {
  return /fail2ban|emory|oom-killer|blocked for|conntrack|UFW|\.service|Failed to start/.test(line)
    ? NAMED.find(([pattern]) => pattern.test(line))?.[1]
    : undefined
}

/** Every fault they can name. */
export const NAMED_BY_OTHERS: readonly string[] = [...new Set(NAMED.map(([, id]) => id))]
