import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './audit.ts'

readsEachLine(ENTRIES, [
  [
    'audit-user-login-failed',
    'type=USER_LOGIN msg=audit(1583304581.148:64839407): pid=7348 uid=0 auid=4294967295 ses=4294967295 msg=\'op=login acct="root" exe="/usr/sbin/sshd" hostname=? addr=222.186.180.6 terminal=ssh res=failed\'',
  ],
  [
    'audit-user-login',
    'type=USER_LOGIN msg=audit(1773912615.286:1733): pid=2438 uid=0 auid=1000 ses=3 subj=system_u:system_r:sshd_t:s0-s0:c0.c1023 msg=\'op=login id=1000 exe="/usr/sbin/sshd" hostname=10.0.2.2 addr=10.0.2.2 terminal=/dev/pts/0 res=success\'UID="root" AUID="alice"',
  ],
  [
    'audit-user-auth-failed',
    'type=USER_AUTH msg=audit(1624708006.369:20903329): pid=13129 uid=0 auid=4294967295 ses=4294967295 msg=\'op=password acct="(unknown)" exe="/usr/sbin/sshd" hostname=? addr=120.201.250.44 terminal=ssh res=failed\'',
  ],
  [
    'audit-user-auth',
    'type=USER_AUTH msg=audit(1679460077.172:530): pid=2837 uid=0 auid=4294967295 ses=4294967295 subj=system_u:system_r:sshd_t:s0-s0:c0.c1023 msg=\'op=pubkey acct="git" exe="/usr/sbin/sshd" hostname=? addr=198.51.100.7 terminal=ssh res=success\'',
  ],
  [
    'audit-user-auth-key',
    'type=USER_AUTH msg=audit(1383230701.123:431): pid=3344 uid=0 auid=4294967295 ses=4294967295 msg=\'op=key algo=ssh-rsa size=2048 fp=21:3b:3c:6f rport=51234 acct="alice" exe="/usr/sbin/sshd" hostname=? addr=198.51.100.7 terminal=? res=success\'',
  ],
  [
    'audit-user-err',
    'type=USER_ERR msg=audit(1525325850.044:1413): pid=11100 uid=0 auid=4294967295 ses=4294967295 msg=\'op=PAM:bad_ident acct="?" exe="/usr/sbin/sshd" hostname=198.51.100.7 addr=198.51.100.7 terminal=ssh res=failed\'',
  ],
  [
    'audit-user-err',
    'type=USER_ERR msg=audit(1303785808.386:152049): user pid=15422 uid=0 auid=4294967295 subj=kernel msg=\'PAM: bad_ident acct="?" : exe="/usr/sbin/sshd" (hostname=198.51.100.7, addr=198.51.100.7, terminal=ssh res=failed)\'',
  ],
  [
    'audit-user-acct-failed',
    'type=USER_ACCT msg=audit(1679460077.282:540): pid=2837 uid=0 auid=4294967295 ses=4294967295 msg=\'op=PAM:accounting grantors=? acct="alice" exe="/usr/sbin/sshd" hostname=198.51.100.7 addr=198.51.100.7 terminal=ssh res=failed\'',
  ],
  [
    'audit-user-acct',
    'type=USER_ACCT msg=audit(1679460077.282:541): pid=2837 uid=0 auid=4294967295 ses=4294967295 msg=\'op=PAM:accounting grantors=pam_unix,pam_localuser acct="alice" exe="/usr/sbin/sshd" hostname=198.51.100.7 addr=198.51.100.7 terminal=ssh res=success\'',
  ],
  [
    'audit-session-start-failed',
    'type=USER_START msg=audit(1679460078.001:545): pid=2837 uid=0 auid=1000 ses=36 msg=\'op=PAM:session_open grantors=? acct="alice" exe="/usr/sbin/sshd" hostname=198.51.100.7 addr=198.51.100.7 terminal=ssh res=failed\'',
  ],
  [
    'audit-session-start',
    'type=USER_START msg=audit(1679460078.001:546): pid=2837 uid=0 auid=1000 ses=36 msg=\'op=PAM:session_open grantors=pam_selinux,pam_loginuid,pam_unix acct="alice" exe="/usr/sbin/sshd" hostname=198.51.100.7 addr=198.51.100.7 terminal=ssh res=success\'',
  ],
  [
    'audit-session-end',
    'type=USER_END msg=audit(1679460099.001:560): pid=2837 uid=0 auid=1000 ses=36 msg=\'op=PAM:session_close grantors=pam_unix acct="alice" exe="/usr/sbin/sshd" hostname=198.51.100.7 addr=198.51.100.7 terminal=ssh res=success\'',
  ],
  [
    'audit-session-end',
    'type=CRED_ACQ msg=audit(1679460078.001:544): pid=2837 uid=0 auid=1000 ses=36 msg=\'op=PAM:setcred grantors=pam_unix acct="alice" exe="/usr/sbin/sshd" hostname=198.51.100.7 addr=198.51.100.7 terminal=ssh res=success\'',
  ],
  [
    'audit-login-identity',
    'type=LOGIN msg=audit(1679460078.001:543): pid=2837 uid=0 subj=system_u:system_r:sshd_t:s0-s0:c0.c1023 old-auid=4294967295 auid=1000 tty=(none) old-ses=4294967295 ses=36 res=1',
  ],
  [
    'audit-crypto-key',
    'type=CRYPTO_KEY_USER msg=audit(1624708006.632:20903330): pid=13129 uid=0 auid=4294967295 ses=4294967295 msg=\'op=destroy kind=server fp=SHA256:2a:99:7c direction=? spid=13130 suid=74  exe="/usr/sbin/sshd" hostname=? addr=? terminal=? res=success\'',
  ],
  [
    'audit-crypto-session',
    'type=CRYPTO_SESSION msg=audit(1679460077.001:520): pid=2836 uid=0 auid=4294967295 ses=4294967295 msg=\'op=start direction=from-server cipher=aes256-gcm@openssh.com ksize=256 mac=<implicit> pfs=curve25519-sha256 spid=2837 suid=74 rport=51234 laddr=192.0.2.17 lport=22  exe="/usr/sbin/sshd" hostname=? addr=198.51.100.7 terminal=? res=success\'',
  ],
  [
    'audit-crypto-session-failed',
    'type=CRYPTO_SESSION msg=audit(1679460077.001:521): pid=2836 uid=0 auid=4294967295 ses=4294967295 msg=\'op=unsupported-cipher direction=? cipher=? ksize=? rport=51234 laddr=192.0.2.17 lport=22  exe="/usr/sbin/sshd" hostname=? addr=198.51.100.7 terminal=? res=failed\'',
  ],
  [
    'audit-sshd-crashed',
    'type=ANOM_ABEND msg=audit(1679460077.001:600): auid=4294967295 uid=0 gid=0 ses=4294967295 subj=system_u:system_r:sshd_t:s0 pid=31987 comm="sshd" exe="/usr/sbin/sshd" sig=11 res=1',
  ],
  [
    'audit-sshd-seccomp',
    'type=SECCOMP msg=audit(1679460077.001:601): auid=4294967295 uid=74 gid=74 ses=4294967295 pid=31987 comm="sshd" exe="/usr/sbin/sshd" sig=31 arch=c000003e syscall=230 compat=0 ip=0x7f0a1c2b3d45 code=0x0',
  ],
  [
    'audit-account-locked',
    'type=ANOM_LOGIN_FAILURES msg=audit(1679460077.001:602): pid=2837 uid=0 auid=4294967295 ses=4294967295 msg=\'op=pam_faillock suid=1000 exe="/usr/sbin/sshd" hostname=198.51.100.7 addr=198.51.100.7 terminal=ssh res=success\'',
  ],
  [
    'audit-too-many-sessions',
    'type=ANOM_LOGIN_SESSIONS msg=audit(1679460077.001:603): pid=2837 uid=0 auid=1000 ses=36 msg=\'op=pam_limits acct="alice" exe="/usr/sbin/sshd" hostname=198.51.100.7 addr=198.51.100.7 terminal=ssh res=failed\'',
  ],
  [
    'audit-service-failed',
    'type=SERVICE_START msg=audit(1719654711.736:35): pid=1 uid=0 auid=4294967295 ses=4294967295 subj=system_u:system_r:init_t:s0 msg=\'unit=sshd comm="systemd" exe="/usr/lib/systemd/systemd" hostname=? addr=? terminal=? res=failed\'',
  ],
  [
    'audit-service-state',
    'type=SERVICE_START msg=audit(1719654711.736:36): pid=1 uid=0 auid=4294967295 ses=4294967295 subj=system_u:system_r:init_t:s0 msg=\'unit=sshd comm="systemd" exe="/usr/lib/systemd/systemd" hostname=? addr=? terminal=? res=success\'',
  ],
  [
    'audit-other-program',
    'type=USER_LOGIN msg=audit(1719654711.736:40): pid=700 uid=0 auid=1000 ses=1 msg=\'op=login id=1000 exe="/usr/bin/login" hostname=node1 addr=? terminal=tty1 res=success\'',
  ],
  [
    'audit-other-program',
    'type=USER_CMD msg=audit(1719654711.736:41): pid=701 uid=1000 auid=1000 ses=1 msg=\'cwd="/home/alice" cmd=6C73 exe="/usr/bin/sudo" terminal=pts/0 res=success\'',
  ],
  [
    'audit-service-other',
    'type=SERVICE_START msg=audit(1719654711.736:37): pid=1 uid=0 auid=4294967295 ses=4294967295 subj=system_u:system_r:init_t:s0 msg=\'unit=crond comm="systemd" exe="/usr/lib/systemd/systemd" hostname=? addr=? terminal=? res=success\'',
  ],
])
