// What accepts is not sshd but something in front of it: docker-proxy before a container that is down, a load balancer
// without a healthy target, a bastion's port forwarding, a socket unit that starts a proxy. The port is open, the
// connection is closed as soon as the one behind it cannot be had.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { insteadOfSshd } from '../breaking/instead-of-sshd.ts'
import type { BrokenFault, Machine } from '../types.ts'

/** A forwarder accepts; nobody is behind it. */
export const forwarderWithoutBackend = {
  id: 'forwarder-without-backend',
  releases: DEFAULT_RELEASES,
  variants: ['socket-proxyd', 'userland'],
  alsoRight: {
    'sshd-child-dies': 'a child that ends before it speaks looks like nobody behind a forwarder',
    'fork-refused': 'an sshd that cannot fork accepts and closes without a word, too',
  },
  verdict: 'unreachable',
  fromWithin: { not: 'what stands behind the forwarder is another machine, and not the one that is looked at' },
  async break({ machine, client }, variant) {
    if (variant === 'socket-proxyd') await socketProxyd(machine)
    else {
      await insteadOfSshd(
        machine,
        `socket(my $backend, PF_INET, SOCK_STREAM, 0) or die "socket: $!";
        connect($backend, pack_sockaddr_in(2222, inet_aton('127.0.0.1'))) and die 'somebody is behind it';`,
      )
    }
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault

async function socketProxyd(machine: Machine): Promise<void> {
  await machine.must(`
    printf '[Socket]\\nListenStream=22\\n' > /etc/systemd/system/front.socket
    proxy='/usr/lib/systemd/systemd-socket-proxyd 127.0.0.1:2222'
    printf '[Service]\\nExecStart=%s\\n' "$proxy" > /etc/systemd/system/front.service
    systemctl stop ssh.service && systemctl daemon-reload && systemctl start front.socket`)
}
