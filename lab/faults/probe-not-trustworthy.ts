// On our own side something answers TCP in the name of everybody: a transparent proxy, a virus scanner, a captive
// portal, a VPN or container runtime that completes handshakes locally. Every port of every address is "open", so an
// open port says nothing about the server.
import { spawn } from 'node:child_process'
import { must } from '../hosts/command.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

const PORT = 15001

const LISTENER = `
  use strict; use warnings; use Socket qw(:all);
  socket(my $listener, PF_INET6, SOCK_STREAM, 0) or die "socket: $!";
  setsockopt($listener, IPPROTO_IPV6, IPV6_V6ONLY, 0);
  bind($listener, pack_sockaddr_in6(${PORT}, Socket::IN6ADDR_ANY)) or die "bind: $!";
  listen($listener, 128) or die "listen: $!";
  my @kept;
  while (accept(my $client, $listener)) { push @kept, $client if $ARGV[0] eq 'silent'; shift @kept if @kept > 500 }`

/** Every connection that leaves the client ends in the client itself. */
export const probeNotTrustworthy = {
  id: 'probe-not-trustworthy',
  releases: DEFAULT_RELEASES,
  variants: ['closes', 'silent'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ client, netns }, variant) {
    // It ends with the client's network namespace.
    const argv = ['netns', 'exec', netns.client, 'perl', '-e', LISTENER, variant]
    spawn('ip', argv, { detached: true, stdio: 'ignore' }).unref()
    const up = `for n in $(seq 100); do ss -Hltn 'sport = ${PORT}' | grep -q . && exit 0; sleep 0.02; done; exit 1`
    await must(['ip', 'netns', 'exec', netns.client, 'sh', '-c', up])
    const table = `table inet interceptor {
      chain output {
        type nat hook output priority -100; policy accept;
        oifname != "lo" meta l4proto tcp redirect to :${PORT}
      }
    }\n`
    await must(['ip', 'netns', 'exec', netns.client, 'nft', '-f', '-'], { stdin: table })
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
