import type { Case } from '../../src/core/types.ts'

/**
 * A case of the lab without what is of one lab alone: its addresses become those of documentation (RFC 5737, RFC 3849) with the
 * same last part, its id, folders, host name and kernel become ordinary ones.
 */
export function anonymous(seen: Case): Case {
  const text = JSON.stringify(seen)
    .replaceAll(/\b10\.77\.\d{1,3}\.(\d{1,3})\b/g, '203.0.113.$1')
    .replaceAll(/\bfd77:0:[0-9a-f]{1,2}:/g, '2001:db8:0:')
    .replaceAll(/\/run\/sshmedic\/sm[a-z2-7]{6}\/home\b/g, '/home/me')
    .replaceAll(/\b(?:bookworm|trixie)-[a-z2-7]{6}\b/g, 'server')
    .replaceAll(/\bsm[a-z2-7]{6}(?=[mcar]?\b)/g, 'lab')
    .replaceAll(/\bLinux (\S+) \S+ #\d+ .{0,60}? x86_64\b/g, 'Linux $1 6.12.0-amd64 #1 SMP PREEMPT_DYNAMIC x86_64')
    .replaceAll(/"kernel":"[^"]+"/g, '"kernel":"6.12.0-amd64"')
  return JSON.parse(text) as Case
}
