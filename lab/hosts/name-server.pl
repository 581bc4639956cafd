#!/usr/bin/perl
# A name server for one lab: answers A and AAAA from a file of "name address..." lines read anew for each question, and
# NXDOMAIN at once for everything else (reverse names too), so that a healthy lookup costs nothing.
use strict; use warnings; use Socket qw(:all);
my ($file) = @ARGV;
socket(my $udp, PF_INET6, SOCK_DGRAM, 0) or die "socket: $!";
setsockopt($udp, IPPROTO_IPV6, IPV6_V6ONLY, 0);
bind($udp, pack_sockaddr_in6(53, Socket::IN6ADDR_ANY)) or die "bind: $!";
while (1) {
  my $from = recv($udp, my $query, 4096, 0);
  next unless defined $from && length $query > 12;
  my ($id) = unpack 'n', $query;
  my ($at, @labels) = (12);
  while ($at < length $query) {
    my $length = ord substr $query, $at, 1;
    last if $length == 0 || $length > 63;
    push @labels, substr $query, $at + 1, $length;
    $at += 1 + $length;
  }
  my $question = substr $query, 12, $at + 5 - 12;
  my $type = unpack 'n', substr($query, $at + 1, 2) || "\0\0";
  my $name = lc join '.', @labels;
  my ($known, @answers);
  if (open my $names, '<', $file) {
    while (<$names>) {
      my ($each, @addresses) = split;
      next unless defined $each && lc $each eq $name;
      $known = 1;
      for my $address (@addresses) {
        my $v6 = $address =~ /:/;
        next unless $type == ($v6 ? 28 : 1);
        push @answers, pack('n n n N n/a*', 0xc00c, $type, 1, 5, inet_pton($v6 ? AF_INET6 : AF_INET, $address));
      }
    }
    close $names;
  }
  my $flags = $known ? 0x8580 : 0x8583;
  send $udp, pack('n6', $id, $flags, 1, scalar @answers, 0, 0) . $question . join('', @answers), 0, $from;
}
