// The agent lists the right key and refuses to sign with it: it was added with ssh-add -c and nobody can be asked, it is a security key
// that wants a touch or a PIN, or gpg-agent lost its pinentry. A stand-in agent does what each of them does on the wire.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureClient, onClient, publicHalf, writeScript } from '../breaking/client-side.ts'
import type { BrokenFault } from '../types.ts'

/** Answers SSH_AGENTC_REQUEST_IDENTITIES (11) with one key and everything else with SSH_AGENT_FAILURE (5): draft-ietf-sshm-ssh-agent. */
const AGENT = `#!/usr/bin/perl
use strict; use warnings; use Socket; use MIME::Base64;
my ($path, $blob) = @ARGV;
my $key = decode_base64($blob);
my $list = pack('C N', 12, 1) . pack('N/a N/a', $key, 'alice@client');
socket(my $listener, PF_UNIX, SOCK_STREAM, 0) or die "socket: $!";
bind($listener, pack_sockaddr_un($path)) or die "bind: $!";
listen($listener, 16) or die "listen: $!";
exit 0 if fork();
open STDIN, '<', '/dev/null'; open STDOUT, '>', '/dev/null'; open STDERR, '>', '/dev/null';
$SIG{CHLD} = 'IGNORE';
sub take { my ($from, $n) = @_; my $all = ''; while (length $all < $n) { sysread($from, $all, $n - length $all, length $all) or exit 0 } $all }
while (accept(my $client, $listener)) {
  next if fork();
  while (1) {
    my $asked = take($client, unpack('N', take($client, 4)));
    syswrite($client, pack('N/a', ord($asked) == 11 ? $list : chr 5));
  }
}
`

/** The key is known to the server, and its agent signs nothing. */
export const agentCannotSign = {
  id: 'agent-cannot-sign',
  releases: DEFAULT_RELEASES,
  variants: ['refuses'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ client }) {
    const socket = join(client.home, 'agent')
    const agent = writeScript(client, 'refusing-agent', AGENT.split('\n'))
    await onClient(client, ['perl', agent, socket, publicHalf(client.keyFile).split(' ')[1]!])
    rmSync(client.keyFile)
    rmSync(`${client.keyFile}.pub`)
    configureClient(client, [`IdentityAgent ${socket}`])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
