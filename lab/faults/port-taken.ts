// Somebody put another program on port 22 (a multiplexer, a web server, a container's published port) and later sshd was restarted, or
// the machine: sshd finds its port taken and ends, and who comes meets the other program.
import { insteadOfSshd } from '../breaking/instead-of-sshd.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** sshd tried to start and could not bind. */
export const portTaken = {
  id: 'port-taken',
  releases: DEFAULT_RELEASES,
  variants: ['web-server'],
  alsoRight: { 'not-an-ssh-server': 'from outside only the other program is seen' },
  verdict: 'unreachable',
  fromWithin: { way: 'kept' },
  async break({ machine, client }) {
    await insteadOfSshd(
      machine,
      `line($client);
      syswrite($client, "HTTP/1.1 400 Bad Request\\r\\nServer: nginx/1.22.1\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n");`,
    )
    await machine.must('! systemctl start ssh.service 2>/dev/null')
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
