import { readsEachLine } from '../../../test/words/reads-each-line.ts'
import { ENTRIES } from './wrappers-and-inetd.ts'

readsEachLine(ENTRIES, [
  ['wrappers-refused-source-routing', 'refused connect from 203.0.113.7 with IP source routing options'],
  [
    'wrappers-hostname-unverified',
    "/etc/hosts.allow, line 14: can't verify hostname: getaddrinfo(host-62-133-64-14.example.net, AF_INET) failed",
  ],
  ['wrappers-no-client-address', "can't get client address: Connection reset by peer"],
  ['wrappers-file-malformed', '/etc/hosts.allow, line 3: missing ":" separator'],
  ['xinetd-start', 'START: ssh pid=2211 from=::ffff:203.0.113.7'],
  ['xinetd-exit', 'EXIT: ssh status=0 pid=2211 duration=38(sec)'],
  ['xinetd-fail', 'FAIL: ssh per_source_limit from=::ffff:203.0.113.7'],
  ['xinetd-deactivating', 'Deactivating service ssh due to excessive incoming connections.  Restarting in 10 seconds.'],
  ['xinetd-activating', 'Activating service ssh'],
  ['xinetd-load', 'refused connect from 203.0.113.7 due to excessive load'],
  ['xinetd-libwrap', 'libwrap refused connection to ssh (libwrap=sshd) from ::ffff:203.0.113.7'],
  ['xinetd-bind-failed', 'bind failed (Address already in use (errno = 98)). service = ssh'],
])
