// Something else answers at the port: a web server that was put at 22 to get through a firewall, a port forwarding that
// points to the wrong machine, a mail server or database behind a reused address. Whoever reads what it says knows.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { insteadOfSshd } from '../breaking/instead-of-sshd.ts'
import type { BrokenFault } from '../types.ts'

const SERVERS = {
  http: `
    line($client);
    my $page = "<html><head><title>400 Bad Request</title></head>"
      . "<body><center><h1>400 Bad Request</h1></center></body></html>";
    syswrite($client, "HTTP/1.1 400 Bad Request\\r\\nServer: nginx/1.22.1\\r\\nContent-Type: text/html\\r\\n"
      . "Content-Length: " . length($page) . "\\r\\nConnection: close\\r\\n\\r\\n$page");`,
  smtp: `
    syswrite($client, "220 mail.example.org ESMTP Postfix (Debian/GNU)\\r\\n");
    while (1) {
      my $said = line($client);
      syswrite($client, $said =~ /^QUIT/i ? "221 2.0.0 Bye\\r\\n" : "502 5.5.2 Error: command not recognized\\r\\n");
      last if $said =~ /^QUIT/i;
    }`,
  // A handshake failure: what a TLS server says to a hello that is none.
  tls: `
    sysread($client, my $hello, 4096);
    syswrite($client, pack('H*', '15030300020246'));`,
  mysql: `
    my $hello = pack('C Z* V a8 x v C v v C x10 a12 x Z*', 10, '8.0.36', 11, 'k\\x05mq/4Zp', 0xffff, 255, 2, 0xdfff, 21,
      'R1t8wq.%e3Lm', 'caching_sha2_password');
    syswrite($client, substr(pack('V', length $hello), 0, 3) . "\\0" . $hello);
    sysread($client, my $answer, 4096);
    my $error = pack('C v a6 a*', 255, 1043, '#08S01', 'Bad handshake');
    syswrite($client, substr(pack('V', length $error), 0, 3) . "\\1" . $error);`,
}

/** Another protocol is spoken at port 22. */
export const notAnSshServer = {
  id: 'not-an-ssh-server',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(SERVERS),
  verdict: 'unreachable',
  fromWithin: { way: 'kept' },
  async break({ machine, client }, variant) {
    await insteadOfSshd(machine, SERVERS[variant as keyof typeof SERVERS])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
