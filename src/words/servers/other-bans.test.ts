import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './other-bans.ts'

readsEachLine(ENTRIES, [
  ['sshguard-blocking', 'Blocking "203.0.113.7/32" for 120 secs (3 attacks in 5 secs, after 1 abuses over 5 secs.)'],
  ['sshguard-attack', 'Attack from "203.0.113.7" on service SSH with danger 10.'],
  ['sshguard-unblocking', '203.0.113.7: unblocking after 121 secs'],
  ['sshguard-whitelisted', '192.0.2.1: not blocking (on whitelist)'],
  ['sshguard-already-blocked', '203.0.113.7 has already been blocked.'],
  ['sshguard-blacklist', 'blacklist: blocking 12 addresses'],
  ['sshguard-state', 'Now monitoring attacks.'],
  ['denyhosts-new-denied', "new denied hosts: ['203.0.113.7']"],
  ['denyhosts-suspicious', "new suspicious logins: ['alice - 203.0.113.7']"],
  ['denyhosts-synchronised', 'received 48 new hosts'],
  ['denyhosts-purged', 'num entries purged: 3'],
  ['denyhosts-state', 'launching DenyHosts daemon (version 3.1)...'],
  [
    'crowdsec-overflow',
    'time="2024-01-01T12:00:00Z" level=info msg="Ip 203.0.113.7 performed \'crowdsecurity/ssh-bf\' (6 events over 10.2s) at 2024-01-01 12:00:00.123 +0000 UTC"',
  ],
  [
    'crowdsec-ban',
    'time="2024-01-01T12:00:00Z" level=info msg="(localhost/crowdsec) crowdsecurity/ssh-bf by ip 203.0.113.7 (FR/64500) : 4h ban on Ip 203.0.113.7"',
  ],
  [
    'crowdsec-whitelisted',
    'time="2024-01-01T12:00:00Z" level=info msg="[Ip 192.0.2.1 performed \'crowdsecurity/ssh-bf\' (6 events over 10.2s) at 2024-01-01 12:00:00 +0000 UTC] is whitelisted, skip."',
  ],
  ['crowdsec-bouncer-decisions', 'time="2024-01-01T12:00:00Z" level=info msg="15 decisions added"'],
  [
    'crowdsec-bouncer-failed',
    'time="2024-01-01T12:00:00Z" level=error msg="unable to insert decision for \'203.0.113.7\': exit status 1"',
  ],
  ['crowdsec-state', 'time="2024-01-01T12:00:00Z" level=info msg="Starting processing data"'],
])
