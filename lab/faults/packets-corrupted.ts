// A network card, its driver or a box on the way changes bytes of large or of all packets, or a cipher of one side is computed wrongly after
// an update: what comes behind the key exchange cannot be checked. A relay in the client's own network changes one byte of the first
// encrypted packet, on the way there or back.
import { spawn } from 'node:child_process'
import { must } from '../hosts/command.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

const PORT = 15022
/** What the relay itself sends is not sent to it again. */
const MARK = 22

/**
 * Relays, and reads the plain packets of both sides: a line that names the program, then a length and its bytes each time
 * (RFC 4253 6). Behind NEWKEYS (21) all is encrypted; the tenth byte of that is in no length field.
 */
const RELAY = `
  use strict; use warnings; use Socket qw(:all);
  my ($host, $spoilt) = @ARGV;
  $SIG{CHLD} = 'IGNORE';
  socket(my $listener, PF_INET, SOCK_STREAM, 0) or die "socket: $!";
  setsockopt($listener, SOL_SOCKET, SO_REUSEADDR, 1);
  bind($listener, pack_sockaddr_in(${PORT}, INADDR_ANY)) or die "bind: $!";
  listen($listener, 128) or die "listen: $!";
  sub spoil { my ($state, $bytes) = @_;
    my $out = '';
    for my $byte (split //, $bytes) {
      if ($state->{encrypted}) { $byte ^= "\\x01" if ++$state->{encrypted} == 11; $out .= $byte; next }
      $state->{held} .= $byte; $out .= $byte;
      if (!$state->{named}) { if ($byte eq "\\n") { $state->{named} = 1; $state->{held} = '' } next }
      next if length $state->{held} < 6 || length $state->{held} < 4 + unpack('N', $state->{held});
      $state->{encrypted} = 1 if ord(substr $state->{held}, 5, 1) == 21;
      $state->{held} = '';
    }
    return $out }
  while (accept(my $client, $listener)) {
    next if fork();
    socket(my $server, PF_INET, SOCK_STREAM, 0) or exit 1;
    setsockopt($server, SOL_SOCKET, 36, pack('i', ${MARK})); # SO_MARK
    connect($server, pack_sockaddr_in(22, inet_aton($host))) or exit 1;
    my %to = (client => $server, server => $client);
    my %from = (client => $client, server => $server);
    my %state = map { $_ => { held => '' } } keys %to;
    while (%from) {
      my $ready = ''; vec($ready, fileno $_, 1) = 1 for values %from;
      select($ready, undef, undef, 60) or exit 0;
      for my $side (keys %from) {
        next unless vec($ready, fileno $from{$side}, 1);
        my $n = sysread($from{$side}, my $bytes, 65536);
        if (!$n) { shutdown($to{$side}, 1); delete $from{$side}; next }
        $bytes = spoil($state{$side}, $bytes) if $side eq $spoilt;
        while (length $bytes) { my $sent = syswrite($to{$side}, $bytes) or exit 0; substr($bytes, 0, $sent, '') }
      }
    }
    exit 0 }`

/** From whom the packet comes that is changed. */
const SPOILT = { 'from-server': 'server', 'from-client': 'client' }

export const packetsCorrupted = {
  id: 'packets-corrupted',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(SPOILT),
  verdict: 'unreachable',
  fromWithin: { not: 'it lies on the road or in a program: the server has nothing to show but the words of its log' },
  async break({ machine, client, netns }, variant) {
    // It ends with the client's network namespace.
    const argv = ['netns', 'exec', netns.client, 'perl', '-e', RELAY, machine.address]
    spawn('ip', [...argv, SPOILT[variant as keyof typeof SPOILT]], { detached: true, stdio: 'ignore' }).unref()
    const up = `for n in $(seq 100); do ss -Hltn 'sport = ${PORT}' | grep -q . && exit 0; sleep 0.02; done; exit 1`
    await must(['ip', 'netns', 'exec', netns.client, 'sh', '-c', up])
    const table = `table inet relay {
      chain output {
        type nat hook output priority -100; policy accept;
        ip daddr ${machine.address} tcp dport 22 meta mark != ${MARK} redirect to :${PORT}
      }
    }\n`
    await must(['ip', 'netns', 'exec', netns.client, 'nft', '-f', '-'], { stdin: table })
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
