#!/usr/bin/perl
# Silent connections that come and go: arrivals.pl ADDRESS PORT RATE HOLD FIRST WARM SECONDS SEED FROM...
# RATE a second, at random (Poisson), each closed by us after HOLD seconds on average (exponential; 0: when it has heard the
# first bytes). FIRST are there at the beginning. Those of the first WARM seconds are not counted.
# Says "arrived N dropped M unheard K late L" at the end; late ones came 20 ms or more behind their time, because the machine
# is busy, and then the arrivals are no Poisson ones.
use strict; use warnings; use Socket qw(:all); use Fcntl; use Time::HiRes qw(time);
my ($address, $port, $rate, $hold, $first, $warm, $seconds, $seed, @from) = @ARGV;
die "no more than 200 a second for 30 s\n" if $rate > 200 || $seconds > 30 || $warm > 30;
srand $seed;
my $to = pack_sockaddr_in($port, inet_aton($address));
my ($begun, $next) = (time, 0); my (@open, %count);
$count{$_} = 0 for qw(arrived dropped unheard late);
sub exponential { my ($mean) = @_; $mean * -log(1 - rand) }
sub arrive {
  my ($counts) = @_;
  socket(my $socket, PF_INET, SOCK_STREAM, 0) or die "socket: $!";
  bind($socket, pack_sockaddr_in(0, inet_aton($from[$next++ % @from]))) or die "bind: $!";
  fcntl($socket, F_SETFL, O_NONBLOCK);
  connect($socket, $to);
  push @open, { socket => $socket, until => time + ($hold ? exponential($hold) : 5), counts => $counts };
  $count{arrived}++ if $counts;
}
arrive(0) for 1 .. $first;
my $due = time + exponential(1 / $rate);
while (time < $begun + $warm + $seconds || grep { $_->{counts} && !$_->{heard} } @open) {
  my $now = time;
  while ($due <= $now && $due < $begun + $warm + $seconds) { $count{late}++ if $due > $begun + $warm && time > $due + 0.02; arrive($due > $begun + $warm); $due += exponential(1 / $rate) }
  my $read = ''; vec($read, fileno $_->{socket}, 1) = 1 for grep { !$_->{heard} } @open;
  my $wait = $due - time; $wait = 0.005 if $wait > 0.005; $wait = 0 if $wait < 0;
  select($read, undef, undef, $wait);
  for my $each (@open) {
    if (!$each->{heard} && vec($read, fileno $each->{socket}, 1)) {
      my $got = sysread $each->{socket}, my $text, 4096;
      next if !defined $got && $!{EAGAIN};
      $each->{heard} = 1;
      # sshd turns away with a notice, or with nothing but the end.
      if (!$got || $text !~ /^SSH-/) { $count{dropped}++ if $each->{counts}; $each->{until} = 0 }
      elsif (!$hold) { $each->{until} = 0 }
    }
    if ($each->{until} < $now) {
      $count{unheard}++ if !$each->{heard} && $each->{counts};
      close $each->{socket}; $each->{gone} = 1;
    }
  }
  @open = grep { !$_->{gone} } @open;
}
print join(' ', map { "$_ $count{$_}" } qw(arrived dropped unheard late)), "\n";
