import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './fail2ban.ts'

readsEachLine(ENTRIES, [
  ['fail2ban-ban-ssh', '2024-01-01 12:00:00,123 fail2ban.actions        [1234]: NOTICE  [sshd] Ban 203.0.113.7'],
  ['fail2ban-ban-ssh', 'fail2ban.actions        [1234]: NOTICE  [sshd] Ban 203.0.113.7'],
  ['fail2ban-ban-ssh', '[sshd] Restore Ban 203.0.113.7'],
  ['fail2ban-ban-other', '[nginx-http-auth] Ban 203.0.113.7'],
  ['fail2ban-unban', '[sshd] Unban 203.0.113.7'],
  ['fail2ban-already-banned', '[sshd] 203.0.113.7 already banned'],
  ['fail2ban-reban', "[sshd] Reban 203.0.113.7, action 'iptables-multiport'"],
  ['fail2ban-increase-ban', '[sshd] Increase Ban 203.0.113.7 (3 # 0:40:00 -> 2024-01-01 12:40:00)'],
  ['fail2ban-ignore', '[sshd] Ignore 192.0.2.1 by ip'],
  ['fail2ban-found', '[sshd] Found 203.0.113.7 - 2024-01-01 11:59:59'],
  ['fail2ban-flush', '[sshd] Flush ticket(s) with nftables'],
  [
    'fail2ban-action-failed',
    "Failed to execute ban jail 'sshd' action 'iptables-multiport' info 'ActionInfo({'ip': '203.0.113.7'})': Error banning 203.0.113.7",
  ],
  ['fail2ban-invariant-failed', 'Invariant check failed. Trying to restore a sane environment'],
  ['fail2ban-command-failed', '7f0a1c2b3d45 -- returned 1'],
  ['fail2ban-jail-started', "Jail 'sshd' started"],
  ['fail2ban-settings', 'fail2ban.filter         [1234]: INFO      maxRetry: 5'],
  ['fail2ban-server-state', 'Starting Fail2ban v1.0.2'],
  ['fail2ban-no-log-file', 'Failed during configuration: Have not found any log file for sshd jail'],
  [
    'fail2ban-clock',
    '[sshd] Please check jail has possibly a timezone issue. Line with odd timestamp: Jan  1 12:00:00 node1 sshd[1]: Failed password for root from 203.0.113.7 port 22 ssh2',
  ],
  ['fail2ban-already-running', 'Fail2ban seems to be already running'],
])
