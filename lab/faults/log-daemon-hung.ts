// Who logs waits for the log daemon once its queue is full: a journald or rsyslog that hangs on a dead disk or a remote
// server stops sshd, which at VERBOSE logs each connection before its banner. The port opens, nobody speaks.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

// Sends until the queue takes no more, as the whole machine would within minutes.
const FILL = `
use Socket;
socket(my $log, PF_UNIX, SOCK_DGRAM, 0) or die "socket: $!";
connect($log, pack_sockaddr_un('/dev/log')) or die "connect: $!";
for (1 .. 100_000) { send($log, "<30>filler: nobody reads this", MSG_DONTWAIT) or last }
die "never full: $!" unless $!{EAGAIN};
`

/** journald is stopped and its queue is full. */
export const logDaemonHung = {
  id: 'log-daemon-hung',
  releases: DEFAULT_RELEASES,
  variants: ['journald-stopped'],
  alsoRight: { 'sshd-hung': 'a child that waits for the log and a listener that does not run are equally silent' },
  verdict: 'unreachable',
  // Whatever logs waits for ever, PAM and sudo too.
  fromWithin: { way: 'rescue-as-root' },
  async break({ machine, client }) {
    await configureSshd(machine, ['LogLevel VERBOSE'])
    await machine.must('kill -STOP $(pidof systemd-journald) && perl -', { stdin: FILL })
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
