// Somebody writes another Port into sshd_config and restarts ssh.service, on a machine where ssh.socket listens (Ubuntu from 22.10 on;
// Debian, where somebody enabled it): systemd goes on listening at 22, and at the new port nobody does.
import { script } from '../breaking/script.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** The configuration says 2222, the socket unit 22. */
export const socketUnitDecidesPort = {
  id: 'socket-unit-decides-port',
  releases: DEFAULT_RELEASES,
  variants: ['port-in-config'],
  alsoRight: { 'listens-on-other-port': 'from outside the port refuses and another answers, whoever decided that' },
  verdict: 'unreachable',
  fromWithin: {
    way: 'kept',
    proof: /ssh\.socket has port \d+, sshd_config says \d+/,
    more: {
      'port-in-unit': {
        break: script(`
          systemctl stop ssh.service; mkdir -p /etc/systemd/system/ssh.socket.d
          printf '[Socket]\\nListenStream=\\nListenStream=2022\\n' > /etc/systemd/system/ssh.socket.d/port.conf
          systemctl daemon-reload; systemctl start ssh.socket`),
      },
    },
  },
  async break(lab) {
    await script(`
      echo 'Port 2222' > /etc/ssh/sshd_config.d/00-fault.conf
      systemctl stop ssh.service; systemctl start ssh.socket`)(lab)
    return { args: ['-p', '2222', ...lab.client.sshArgs()] }
  },
} satisfies BrokenFault
