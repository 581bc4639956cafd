import type { Step } from '../../core/remedy.ts'
import { onServer, person } from '../../core/steps.ts'
import type { FactSheet } from '../../core/types.ts'
import { serverKindOf } from '../../openssh/server-kind.ts'
import type { ServerKind } from '../../openssh/server-kind.ts'

/** What somebody looks for on a server: whose keys it takes, how many it lets wait, whom it lets in, and what it says of itself. */
type Topic = 'keys' | 'slots' | 'rules' | 'log'
type Places = Readonly<Record<Topic, readonly Step[]>>

/** dropbear(8), and its sources of 2022.83 and 2025.89: svr-authpubkey.c, svr-auth.c, svr-main.c, default_options.h, sysoptions.h. */
const DROPBEAR: Places = {
  keys: [
    onServer(
      "See whether your public key is in ~/.ssh/authorized_keys of that user (OpenWrt keeps root's in /etc/dropbear/authorized_keys). dropbear ignores the file where it, .ssh or the home can be written by others, or belongs to somebody else.",
      ['ls', '-ld', '~', '~/.ssh', '~/.ssh/authorized_keys', '/etc/dropbear/authorized_keys'],
    ),
    onServer(
      'Then see the shell of the account: one that does not stand in /etc/shells is refused in the same words as a wrong key.',
      ['cat', '/etc/shells'],
    ),
  ],
  slots: [
    onServer(
      'dropbear lets 5 connections of one address wait for their login and 30 in all (some routers 3 and 9), and hangs up on the next without a word and without a line in its log. See who holds them; each ends by itself after five minutes.',
      ['ss', '-tnp'],
    ),
    person(
      'Let your own unfinished ones end, open fewer at once, and keep strangers out by the firewall: the numbers are built in, no option changes them.',
    ),
  ],
  rules: [
    onServer(
      'dropbear has no list of users, only options: -w keeps root out, -G lets in one group, -s takes no passwords, -g none of root, -j and -k forbid forwarding, -c runs a command in place of the shell. See which it has: DROPBEAR_EXTRA_ARGS there, or /etc/config/dropbear on OpenWrt.',
      ['cat', '/etc/default/dropbear'],
    ),
    onServer('The shell of the account has to stand in /etc/shells.', ['cat', '/etc/shells']),
  ],
  log: [
    onServer(
      'Read what dropbear says (on OpenWrt: logread -e dropbear), then restart it (on OpenWrt: /etc/init.d/dropbear restart); open sessions survive. Its host keys are in /etc/dropbear.',
      ['journalctl', '-u', 'dropbear', '-n', '50'],
      ['systemctl', 'restart', 'dropbear'],
    ),
  ],
}

/** tinysshd(8) and Debian's units of 20230101 and 20250501; tcpserver(1) and busybox tcpsvd for their numbers. */
const TINYSSH: Places = {
  keys: [
    onServer(
      'tinysshd reads ~/.ssh/authorized_keys of that user only, and takes only Ed25519 keys, without options in front. It ignores the file where it, .ssh or the home can be written by others.',
      ['ls', '-ld', '~', '~/.ssh', '~/.ssh/authorized_keys'],
    ),
  ],
  slots: [
    onServer(
      'tinysshd is one process a connection and has no limit; what starts it has one: MaxConnections (64 unless it is set) and MaxConnectionsPerSource of tinysshd.socket, -c of tcpserver (40) or of tcpsvd (30). See who holds the connections, and what the limit is.',
      ['ss', '-tnp'],
      ['systemctl', 'cat', 'tinysshd.socket'],
    ),
  ],
  rules: [
    person(
      'tinysshd has no configuration and no list of users. A user with an Ed25519 key in ~/.ssh/authorized_keys gets the shell of /etc/passwd, whatever that is (`getent passwd NAME` shows it). It takes no passwords and forwards nothing.',
    ),
  ],
  log: [
    onServer(
      'Read what tinysshd says, then restart its socket. Its host key is in /etc/tinyssh/sshkeydir.',
      ['journalctl', '-t', 'tinysshd', '-n', '50'],
      ['systemctl', 'restart', 'tinysshd.socket'],
    ),
  ],
}

/** The documentation of mod_sftp and of ProFTPD's core directives. */
const PROFTPD: Places = {
  keys: [
    person(
      'mod_sftp reads the file that SFTPAuthorizedUserKeys names (Debian: /etc/proftpd/sftp.conf), and wants keys in the format of RFC 4716: `ssh-keygen -e -f KEY.pub` writes it.',
    ),
  ],
  slots: [
    person(
      'See MaxInstances, MaxClients, MaxClientsPerHost and MaxConnectionsPerHost in proftpd.conf, and who is connected (ftpwho); TimeoutLogin says how long a login may take.',
    ),
  ],
  rules: [
    person(
      'See <Limit LOGIN>, RootLogin, RequireValidShell (the shell has to stand in /etc/shells), UseFtpUsers (/etc/ftpusers) and SFTPAuthMethods in proftpd.conf and sftp.conf. It has SFTP and SCP only: there is no shell to log in to.',
    ),
  ],
  log: [
    onServer(
      'Test its configuration, read the files that SFTPLog and SystemLog name (Debian: /var/log/proftpd), then restart it.',
      ['proftpd', '-t'],
      ['systemctl', 'restart', 'proftpd'],
    ),
  ],
}

/** Microsoft's documentation of OpenSSH for Windows: key management, server configuration. */
const WINDOWS: Places = {
  keys: [
    person(
      'A member of the group Administrators needs the key in C:\\ProgramData\\ssh\\administrators_authorized_keys, everybody else in .ssh\\authorized_keys of the profile (the last lines of sshd_config in C:\\ProgramData\\ssh say so).',
    ),
    person(
      'Only SYSTEM and Administrators may have rights on the first: `icacls C:\\ProgramData\\ssh\\administrators_authorized_keys /inheritance:r /grant "Administrators:F" /grant "SYSTEM:F"`. On the other the user may have them, too, and nobody else.',
    ),
  ],
  slots: [
    person(
      'Set LoginGraceTime and MaxStartups in C:\\ProgramData\\ssh\\sshd_config, then run `Restart-Service sshd` in PowerShell as an administrator.',
    ),
  ],
  rules: [
    person(
      'See AllowUsers, DenyUsers, AllowGroups and DenyGroups in C:\\ProgramData\\ssh\\sshd_config (names in lower case, of a domain as domain\\user), then run `Restart-Service sshd`. The shell is DefaultShell under HKLM:\\SOFTWARE\\OpenSSH.',
    ),
  ],
  log: [
    person(
      'Read what sshd says in PowerShell: `Get-WinEvent -LogName OpenSSH/Operational -MaxEvents 50`, or C:\\ProgramData\\ssh\\logs\\sshd.log where SyslogFacility is LOCAL0. Then `Get-Service sshd` and `Restart-Service sshd`; its configuration and host keys are in C:\\ProgramData\\ssh.',
    ),
  ],
}

const GIT_HOST: Places = {
  keys: [
    person(
      'Log in as the user git (or as your account says), and add your public key in the settings of your account there, or as a deploy key of the repository.',
    ),
  ],
  slots: [
    person(
      'Wait a minute, and open fewer connections at once: share one (ControlMaster), or fetch one after the other.',
    ),
  ],
  rules: [person('A git host has no shell: ask your account there, or its administrators, what you may do.')],
  log: [person("See the git host's page of its state, and try its other way in (SSH over port 443, or HTTPS).")],
}

/** Cisco's and MikroTik's command references; of others the sentence says what to look for. */
const APPLIANCE: Places = {
  keys: [
    person(
      'The appliance keeps keys with the user, in its own command line: `ip ssh pubkey-chain` on Cisco IOS, `/user ssh-keys import` on RouterOS. Without a key there it wants the password.',
    ),
  ],
  slots: [
    person(
      'The appliance has as many logins as it has lines: end idle ones on its console (`show users` and `clear line vty` on Cisco IOS, `/user active print` on RouterOS).',
    ),
  ],
  rules: [
    person(
      'See on its console who may log in, and from where: `transport input`, `access-class` and `login` of `line vty` on Cisco IOS; `/user print` and `/ip service print` on RouterOS.',
    ),
  ],
  log: [
    person(
      'Read its log on its console: `show logging` and `show ip ssh` on Cisco IOS, `/log print` on RouterOS. Its own command line has what there is to set.',
    ),
  ],
}

const ANOTHER: Places = {
  keys: [
    person(
      'The server is not OpenSSH and keeps keys in its own way: see in its documentation where a public key of a user goes.',
    ),
  ],
  slots: [
    person(
      'The server is not OpenSSH: wait, open fewer connections at once, and see in its documentation how many it takes.',
    ),
  ],
  rules: [person('The server is not OpenSSH: its own configuration says which users it lets in, how, and to what.')],
  log: [person('The server is not OpenSSH: read its own log, and restart it in its own way.')],
}

const PLACES: Readonly<Record<Exclude<ServerKind, 'openssh'>, Places>> = {
  dropbear: DROPBEAR,
  tinyssh: TINYSSH,
  proftpd: PROFTPD,
  'openssh-windows': WINDOWS,
  'git-host': GIT_HOST,
  appliance: APPLIANCE,
  other: ANOTHER,
}

/** Where a server that is not OpenSSH on a Unix keeps such things; no plan for one that is, or that was not heard. */
export function onOtherServer(facts: FactSheet, topic: Topic): readonly Step[] | { refuse: string } {
  const kind = serverKindOf(facts) ?? 'openssh'
  return kind === 'openssh' ? { refuse: 'the server was not heard to be another than OpenSSH' } : PLACES[kind][topic]
}
