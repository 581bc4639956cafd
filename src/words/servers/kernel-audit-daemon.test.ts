import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './kernel-audit-daemon.ts'

readsEachLine(ENTRIES, [
  ['audit-backlog', 'audit: backlog limit exceeded'],
  ['audit-backlog', 'audit: audit_backlog=8193 > audit_backlog_limit=8192'],
  ['audit-lost', 'audit: audit_lost=1 audit_rate_limit=0 audit_backlog_limit=64'],
  ['audit-callbacks-suppressed', 'kauditd_printk_skb: 25 callbacks suppressed'],
  ['auditd-disk-full', 'Audit daemon has no space left on logging partition'],
  [
    'auditd-switching-single',
    'The audit daemon is now changing the system to single user mode and exiting due to no space left on logging partition',
  ],
])
