import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './apparmor.ts'

readsEachLine(ENTRIES, [
  [
    'apparmor-denied-sshd',
    'apparmor="DENIED" operation="open" class="file" profile="sshd" name="/home/alice/.ssh/authorized_keys"  comm="sshd-session" requested_mask="r" denied_mask="r" fsuid=1005 ouid=0 FSUID="alice" OUID="root"',
  ],
  [
    'apparmor-denied-sshd',
    'audit: type=1400 audit(1779084050.506:218): apparmor="DENIED" operation="open" class="file" profile="/usr/sbin/sshd" name="/srv/keys/alice" pid=12345 comm="sshd" requested_mask="r" denied_mask="r" fsuid=0 ouid=1000',
  ],
  [
    'apparmor-denied-by-sshd',
    'audit: type=1400 audit(1779084050.506:219): apparmor="DENIED" operation="open" class="file" profile="authorized-keys-helper" name="/srv/keys/alice" pid=12346 comm="sshd" requested_mask="r" denied_mask="r" fsuid=0 ouid=1000',
  ],
  [
    'apparmor-denied-other',
    'audit: type=1400 audit(1779084050.506:220): apparmor="DENIED" operation="open" class="file" profile="snap.firefox.firefox" name="/etc/fstab" pid=999 comm="firefox" requested_mask="r" denied_mask="r" fsuid=1000 ouid=0',
  ],
  [
    'apparmor-allowed',
    'audit: type=1400 audit(1704192645.123:456): apparmor="ALLOWED" operation="open" profile="/usr/sbin/sshd" name="/etc/passwd" pid=1 comm="sshd" requested_mask="r" denied_mask="r" fsuid=0 ouid=0',
  ],
  [
    'apparmor-status',
    'audit: type=1400 audit(1704192600.123:10): apparmor="STATUS" operation="profile_load" profile="unconfined" name="/usr/sbin/sshd" pid=600 comm="apparmor_parser"',
  ],
])
