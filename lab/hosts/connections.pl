#!/usr/bin/perl
# Opens connections and keeps them: connections.pl ADDRESS PORT COUNT SECONDS [FROM...]
# A connection counts as held once the peer has spoken as sshd does (or has stayed silent for a second: a hung one);
# one that is turned away is tried again, until COUNT are held or SECONDS are over. Says "held N", then holds on and
# replaces what it loses, until its input ends.
use strict; use warnings; use Socket qw(:all); use Fcntl; use Time::HiRes qw(time sleep);
my ($address, $port, $count, $seconds, @from) = @ARGV;
my $v6 = $address =~ /:/;
my (@slots, $next); $next = 0;
my $deadline = time + $seconds; my $told = 0;
sub address_of { my ($ip, $at) = @_; $v6 ? pack_sockaddr_in6($at, inet_pton(AF_INET6, $ip)) : pack_sockaddr_in($at, inet_aton($ip)) }
sub begin {
  my ($slot) = @_;
  socket(my $socket, $v6 ? PF_INET6 : PF_INET, SOCK_STREAM, 0) or die "socket: $!";
  bind($socket, address_of($from[$next++ % @from], 0)) or die "bind: $!" if @from;
  fcntl($socket, F_SETFL, O_NONBLOCK);
  connect($socket, address_of($address, $port));
  %$slot = (socket => $socket, since => time, held => 0);
}
begin($slots[$_] = {}) for 0 .. $count - 1;
$| = 1;
while (1) {
  my $read = ''; vec($read, fileno $_->{socket}, 1) = 1 for grep { $_->{socket} } @slots;
  vec($read, 0, 1) = 1;
  select($read, undef, undef, 0.05);
  if (vec($read, 0, 1)) { sysread(STDIN, my $any, 64) or exit 0 }
  for my $slot (@slots) {
    if (!$slot->{socket}) { begin($slot) if time > $slot->{again}; next }
    if (vec($read, fileno $slot->{socket}, 1)) {
      my $got = sysread $slot->{socket}, my $text, 4096;
      if ($got && $text =~ /^SSH-/) { $slot->{held} = 1 }
      elsif (!$got && !$!{EAGAIN}) { close $slot->{socket}; %$slot = (held => 0, again => time + 0.1) }
    }
    elsif (time - $slot->{since} > 1 && getpeername $slot->{socket}) { $slot->{held} = 1 }
  }
  my $held = grep { $_->{held} } @slots;
  if (!$told && ($held == $count || time > $deadline)) { print "held $held\n"; $told = 1 }
}
