import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { evidenceIn } from '../../src/cli/verbs/explain/evidence.ts'
import { diagnose } from '../../src/diagnose/diagnose.ts'

/** What people paste of a login that is refused: the fault that has to be named first, the text, and what its remedy has to name. */
const PASTED: readonly { id: string; text: string; advice?: RegExp }[] = [
  {
    id: 'signature-algorithm-refused',
    text: `Jun 12 09:14:02 web sshd[4242]: userauth_pubkey: signature algorithm ssh-rsa not in PubkeyAcceptedAlgorithms [preauth]
Jun 12 09:14:02 web sshd[4242]: Connection closed by authenticating user deploy 192.0.2.44 port 50112 [preauth]`,
    advice: /rsa-sha2|Ed25519/,
  },
  {
    id: 'signature-algorithm-refused',
    text: 'Mar 02 10:00:11 git sshd[991]: userauth_pubkey: key type ssh-dss not in PubkeyAcceptedKeyTypes [preauth]',
  },
  {
    id: 'signature-algorithm-refused',
    text: `debug1: Offering public key: /home/alice/.ssh/id_rsa RSA SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA explicit
debug1: send_pubkey_test: no mutual signature algorithm
debug1: No more authentication methods to try.
alice@192.0.2.20: Permission denied (publickey).`,
  },
  {
    id: 'certificate-not-for-user',
    text: `Sep 30 14:22:09 host1 sshd[20715]: error: Certificate invalid: name is not a listed principal
Sep 30 14:22:09 host1 sshd[20715]: Connection closed by authenticating user ubuntu 198.51.100.9 port 54100 [preauth]`,
    advice: /[Pp]rincipal/,
  },
  {
    id: 'certificate-not-for-user',
    text: 'sshd[811]: error: Certificate does not contain an authorized principal',
  },
  {
    id: 'certificate-not-valid',
    text: 'Feb 11 07:31:55 bastion sshd[3300]: error: Certificate invalid: expired',
    advice: /signed/,
  },
  {
    id: 'certificate-not-valid',
    text: 'Feb 11 07:31:55 bastion sshd[3300]: error: Certificate invalid: not yet valid',
  },
  {
    id: 'certificate-not-valid',
    text: `Jan 05 11:02:41 bastion sshd[77]: cert: Authentication tried for alice with valid certificate but not from a permitted source address (198.51.100.4).
Jan 05 11:02:41 bastion sshd[77]: error: Refused by certificate options`,
  },
  {
    id: 'user-unknown',
    text: `Nov 03 18:40:10 ip-10-0-0-5 sshd[1210]: Invalid user ec2-user from 203.0.113.60 port 51515
Nov 03 18:40:10 ip-10-0-0-5 sshd[1210]: Connection closed by invalid user ec2-user 203.0.113.60 port 51515 [preauth]`,
    advice: /ec2-user/,
  },
  {
    id: 'access-rule-refuses',
    text: `Aug 17 08:00:01 node7 sshd[5150]: pam_access(sshd:account): access denied for user \`bob' from \`198.51.100.77'
Aug 17 08:00:01 node7 sshd[5150]: fatal: Access denied for user bob by PAM account configuration [preauth]`,
    advice: /access\.conf/,
  },
  {
    id: 'access-rule-refuses',
    text: `Apr 21 16:45:30 lab sshd[90111]: pam_sss(sshd:account): Access denied for user carol: 6 (Permission denied)
Apr 21 16:45:30 lab sshd[90105]: error: PAM: User account has expired for carol from 198.51.100.31`,
    advice: /sssd\.conf|sssctl/,
  },
  {
    id: 'access-rule-refuses',
    text: `Apr 21 16:45:30 lab sshd[90111]: pam_listfile(sshd:auth): Refused user dave for service sshd
Apr 21 16:45:32 lab sshd[90111]: Failed password for dave from 198.51.100.31 port 40022 ssh2`,
  },
  {
    id: 'selinux-denies',
    text: `type=AVC msg=audit(1712233445.678:910): avc:  denied  { read } for  pid=2211 comm="sshd" name="authorized_keys" dev="dm-2" ino=393 scontext=system_u:system_r:sshd_t:s0-s0:c0.c1023 tcontext=unconfined_u:object_r:default_t:s0 tclass=file permissive=0`,
    advice: /restorecon/,
  },
  {
    id: 'apparmor-denies',
    text: `May 10 12:00:00 srv kernel: audit: type=1400 audit(1715342400.100:77): apparmor="DENIED" operation="open" profile="/usr/sbin/sshd" name="/srv/home/eve/.ssh/authorized_keys" pid=3131 comm="sshd" requested_mask="r" denied_mask="r" fsuid=1001 ouid=1001`,
    advice: /AppArmor/,
  },
  {
    id: 'keys-unreadable',
    text: `Jul 08 20:11:12 nas sshd[700]: Could not open user 'frank' authorized keys '/home/frank/.ssh/authorized_keys': Permission denied
Jul 08 20:11:12 nas sshd[700]: Connection closed by authenticating user frank 192.0.2.14 port 33221 [preauth]`,
    advice: /\/home\/frank\/\.ssh\/authorized_keys/,
  },
  {
    id: 'keys-unreadable',
    text: `debug1: trying public key file /home/grace/.ssh/authorized_keys
debug1: Could not open authorized keys '/home/grace/.ssh/authorized_keys': Permission denied`,
  },
  {
    id: 'keys-command-fails',
    text: `Oct 19 03:10:00 vm sshd[41]: error: AuthorizedKeysCommand /usr/bin/sss_ssh_authorizedkeys heidi failed, status 1
Oct 19 03:10:00 vm sshd[41]: Connection closed by authenticating user heidi 192.0.2.8 port 50001 [preauth]`,
    advice: /sss_ssh_authorizedkeys/,
  },
  {
    id: 'keys-command-fails',
    text: 'Oct 19 03:10:00 vm sshd[41]: error: Unsafe AuthorizedKeysCommand "/opt/bin/keys": bad ownership or modes for directory /opt/bin',
  },
  {
    id: 'grace-time-over',
    text: 'Dec 01 10:02:00 old sshd[1500]: fatal: Timeout before authentication for 192.0.2.99 port 40404',
    advice: /LoginGraceTime/,
  },
  {
    id: 'grace-time-over',
    text: 'Dec 01 10:02:00 new sshd[1500]: Timeout before authentication for connection from 192.0.2.99 to 192.0.2.1, pid = 1533',
  },
  {
    id: 'login-limit-reached',
    text: `Mar 14 15:09:26 hpc sshd[3141]: Accepted publickey for ivan from 192.0.2.31 port 41592 ssh2: ED25519 SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
Mar 14 15:09:26 hpc sshd[3141]: pam_limits(sshd:session): Too many logins (max 3) for ivan
Mar 14 15:09:26 hpc sshd[3141]: error: PAM: pam_open_session(): Permission denied`,
    advice: /maxlogins/,
  },
  {
    id: 'login-limit-reached',
    text: 'Mar 14 15:09:26 hpc sshd[3141]: pam_limits(sshd:session): Too many system logins (max 20)',
  },
  {
    id: 'logind-hangs',
    text: `Jan 20 06:00:30 box sshd[808]: pam_systemd(sshd:session): Failed to create session: Connection timed out
Jan 20 06:00:30 box sshd[808]: pam_unix(sshd:session): session opened for user judy(uid=1000) by judy(uid=0)`,
    advice: /logind/,
  },
  {
    id: 'logind-hangs',
    text: "Jan 20 06:00:30 box sshd[808]: pam_systemd(sshd:session): Failed to create session: Failed to activate service 'org.freedesktop.login1': timed out (service_start_timeout=25000ms)",
  },
]

const AT = '2026-01-02T03:04:05.000Z'

/** Logs of servers that strangers try all day: what they bring about names nothing of the reader's own login. */
const CROWDS: readonly string[] = [
  Array.from(
    { length: 30 },
    (_, i) =>
      `Nov 03 18:4${i % 10}:1${i % 10} ip sshd[${1210 + i}]: Invalid user u${i} from 203.0.113.${60 + i} port 51515`,
  ).join('\n'),
  Array.from(
    { length: 30 },
    (_, i) =>
      `Dec 01 10:02:1${i % 10} old sshd[${1500 + i}]: fatal: Timeout before authentication for 203.0.113.${i} port 40404`,
  ).join('\n'),
]

test('a crowd of strangers names no fault of a login', () => {
  for (const text of CROWDS) {
    const { causes } = diagnose(evidenceIn(text, AT).facts)
    const named = causes.find(({ id }) => id === 'user-unknown' || id === 'grace-time-over')
    assert.ok(
      named === undefined || named.probability < 0.3,
      `${named?.id} ${named?.probability} of ${text.slice(0, 60)}`,
    )
  }
})

describe('explain names first', () => {
  for (const { id, text, advice } of PASTED)
    test(`${id}: ${text.split('\n')[0]!.slice(0, 90)}`, () => {
      const { facts } = evidenceIn(text, AT)
      const { causes, next } = diagnose(facts)
      assert.equal(
        causes[0]?.id,
        id,
        causes
          .slice(0, 4)
          .map((one) => `${one.id} ${one.probability.toFixed(2)}`)
          .join(', '),
      )
      assert.ok(causes[0].probability >= 0.5, `only ${causes[0].probability.toFixed(2)} sure`)
      assert.match(`${next?.says} ${next?.command ?? ''}`, advice ?? /./)
    })
})
