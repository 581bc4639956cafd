#!/bin/sh
# Run once inside a fresh debootstrap root. Everything here is the same for all machines; what is one machine's own
# (machine-id, authorised key) is written into its overlay at boot. A change of this file builds new roots.
set -eu
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8

echo 'root:no login by password here' | chpasswd
useradd --create-home --uid 1000 --shell /bin/bash alice
echo 'alice:correct horse' | chpasswd
useradd --create-home --uid 1001 --shell /bin/bash ops
echo 'ops ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/ops
chmod 0440 /etc/sudoers.d/ops

# Nobody looks at a console, and timers waking up in the middle of a measurement are noise.
systemctl mask console-getty.service getty@.service container-getty@.service serial-getty@.service \
  apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer motd-news.timer \
  systemd-networkd.service systemd-networkd.socket systemd-resolved.service systemd-timesyncd.service \
  systemd-firstboot.service systemd-hwdb-update.service ldconfig.service >/dev/null 2>&1
systemctl enable ssh.service >/dev/null 2>&1
# Only the faults that are about them start these.
systemctl disable fail2ban.service ufw.service >/dev/null 2>&1 || true

# A second service, so that one can tell a sick sshd from a sick host.
cat > /usr/local/sbin/www <<'PERL'
#!/usr/bin/perl
use strict; use warnings; use Socket qw(:all);
$SIG{CHLD} = 'IGNORE';
socket(my $listener, PF_INET6, SOCK_STREAM, 0) or die "socket: $!";
setsockopt($listener, SOL_SOCKET, SO_REUSEADDR, 1);
setsockopt($listener, IPPROTO_IPV6, IPV6_V6ONLY, 0);
bind($listener, pack_sockaddr_in6(80, Socket::IN6ADDR_ANY)) or die "bind: $!";
listen($listener, 128) or die "listen: $!";
while (1) {
  accept(my $client, $listener) or next;
  my $child = fork();
  if (defined $child && $child == 0) {
    alarm 10;
    my $request = '';
    while ($request !~ /\r?\n\r?\n/) { sysread($client, $request, 4096, length $request) or exit 0 }
    my $body = $request =~ /^HEAD / ? '' : "It works.\n";
    syswrite($client, "HTTP/1.0 200 OK\r\nServer: www\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\n$body");
    exit 0;
  }
  close $client;
}
PERL
chmod 0755 /usr/local/sbin/www
cat > /etc/systemd/system/www.service <<'UNIT'
[Service]
ExecStart=/usr/local/sbin/www
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
systemctl enable www.service >/dev/null 2>&1

# Each machine gets its own identity when it boots.
: > /etc/machine-id
rm -f /var/lib/dbus/machine-id
rm -rf /var/cache/apt/archives/*.deb /var/lib/apt/lists/*
