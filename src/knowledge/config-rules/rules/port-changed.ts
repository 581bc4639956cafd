import { socketPort } from '../../../sshd-config/socket-port.ts'
import type { Rule } from '../view.ts'

export const portChanged: Rule = {
  id: 'port-changed',
  keywords: ['port', 'listenaddress'],
  side: 'reachability',
  sources: ['sshd_config(5) Port', 'openssh.md 6.6'],
  peers: ['Lynis SSH-7408 Port'],
  check(c) {
    const ports = c.all('port')
    if (!c.set('port') || (ports.length === 1 && ports[0] === '22')) return undefined
    const socket = socketPort(c.config)
    // What ssh.socket has heard of sshd_config by now, only the machine tells; 24.04's generator reads it at each daemon-reload.
    const generated = socket?.ubuntu === true && c.since(9, 6)
    if (c.host.socketActivated && !generated)
      return {
        severity: 'major',
        says: `Port ${ports.join(', ')} has no effect: systemd's ssh.socket listens, not sshd.`,
        reason: `The port stands in the socket unit (ListenStream). ${socket?.says ?? ''}`.trim(),
      }
    const machineSeen = c.host.dropIns !== undefined
    if (socket?.ubuntu && (!machineSeen || c.host.socketActivated))
      return {
        severity: 'minor',
        keyword: socket.line.canonical,
        says: `sshd_config says port ${ports.join(', ')}, and on Ubuntu 22.10 and later ssh.socket decides.`,
        reason: c.since(9, 6)
          ? `The line counts from 'systemctl daemon-reload && systemctl restart ssh.socket' on, where the socket listens.`
          : `The port has to stand in the unit ('systemctl edit ssh.socket'), where the socket listens.`,
      }
    return {
      severity: 'note',
      says: `sshd listens on port ${ports.join(', ')}.`,
      reason:
        'Clients have to name it, the firewall has to let it through, SELinux has to know it (ssh_port_t), and under socket activation (Ubuntu since 22.10) the line has no effect by itself.',
    }
  },
}
