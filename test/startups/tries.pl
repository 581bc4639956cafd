#!/usr/bin/perl
# Tries one after the other, each only once the listener's title counts what is held and nothing else:
# tries.pl ADDRESS PORT PID HELD TRIES SECONDS FROM...
# However slow the machine is, every try finds the same count. Says "tried N dropped M" at the end.
use strict; use warnings; use Socket qw(:all); use Time::HiRes qw(time sleep);
my ($address, $port, $pid, $held, $tries, $seconds, @from) = @ARGV;
die "no more than 500 tries\n" if $tries > 500;
my $to = pack_sockaddr_in($port, inet_aton($address));
my ($begun, $tried, $dropped) = (time, 0, 0);
sub title { open(my $file, '<', "/proc/$pid/cmdline") or die "no listener: $!"; local $/; <$file> // '' }
while ($tried < $tries && time < $begun + $seconds) {
  if (title() !~ /\b$held of /) { sleep 0.003; next }
  socket(my $socket, PF_INET, SOCK_STREAM, 0) or die "socket: $!";
  bind($socket, pack_sockaddr_in(0, inet_aton($from[$tried % @from]))) or die "bind: $!";
  setsockopt($socket, SOL_SOCKET, SO_RCVTIMEO, pack('l!l!', 20, 0));
  connect($socket, $to) or die "connect: $!";
  my $got = sysread $socket, my $text, 4096;
  die "silence\n" if !defined $got && $!{EAGAIN};
  $tried++;
  # sshd turns away with a notice, or with nothing but the end.
  $dropped++ if !$got || $text !~ /^SSH-/;
  close $socket;
  # The title may be a moment behind.
  sleep 0.01;
}
print "tried $tried dropped $dropped\n";
