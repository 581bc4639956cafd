import type { Machine } from '../hosts/machine.ts'

/** Puts a little server on port 22 in place of sshd; `serve` is Perl, run in a child that has $client. */
export async function insteadOfSshd(machine: Machine, serve: string): Promise<void> {
  const stdin = `use strict; use warnings; use Socket qw(:all);
$SIG{CHLD} = 'IGNORE'; $SIG{PIPE} = 'DEFAULT'; $| = 1;
socket(my $listener, PF_INET6, SOCK_STREAM, 0) or die "socket: $!";
setsockopt($listener, SOL_SOCKET, SO_REUSEADDR, 1);
setsockopt($listener, IPPROTO_IPV6, IPV6_V6ONLY, 0);
bind($listener, pack_sockaddr_in6(22, Socket::IN6ADDR_ANY)) or die "bind: $!";
listen($listener, 128) or die "listen: $!";
sub line { my ($from) = @_; my $line = '';
  while ($line !~ /\\n/) { sysread($from, $line, 1, length $line) or exit 0 } $line }
while (1) {
  accept(my $client, $listener) or next;
  my $child = fork();
  if (defined $child && $child == 0) { close $listener; alarm 300;
${serve}
  exit 0 }
  close $client;
}
`
  await machine.must(
    `cat > /usr/local/sbin/on22 && systemctl stop ssh.service || exit 1
    systemd-run -q --unit=on22 /usr/bin/perl /usr/local/sbin/on22
    for n in $(seq 100); do ss -Hltn 'sport = 22' | grep -q . && exit 0; sleep 0.02; done; exit 1`,
    { stdin },
  )
}
