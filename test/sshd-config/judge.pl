# Runs inside the root, once for many cases: /cases/N has sshd_config, what it includes, and `args`, one a line.
# For each: "CASE N STATUS OUT ERR" with the lengths, then the bytes.
use strict;
use warnings;
$| = 1;
my ($count) = @ARGV;
for my $n (0 .. $count - 1) {
  symlink "/cases/$n", "/cases/next" or die "symlink: $!";
  rename "/cases/next", "/cases/current" or die "rename: $!";
  open my $args, '<', "/cases/$n/args" or die "args: $!";
  chomp(my @args = <$args>);
  close $args;
  my $pid = fork // die "fork: $!";
  if ($pid == 0) {
    open STDOUT, '>', '/run/out' or die;
    open STDERR, '>', '/run/err' or die;
    exec '/usr/sbin/sshd', '-T', '-f', '/etc/ssh/sshd_config', @args or die "exec: $!";
  }
  waitpid $pid, 0;
  my $status = $? & 127 ? 128 + ($? & 127) : $? >> 8;
  my @text;
  for my $file ('/run/out', '/run/err') {
    open my $in, '<:raw', $file or die "$file: $!";
    local $/;
    push @text, scalar(<$in>) // '';
    close $in;
  }
  printf "CASE %d %d %d %d\n", $n, $status, length $text[0], length $text[1];
  print @text;
}
