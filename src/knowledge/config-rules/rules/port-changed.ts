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
    if (c.host.socketActivated)
      return {
        severity: 'major',
        says: `Port ${ports.join(', ')} has no effect: systemd's ssh.socket listens, not sshd.`,
        reason:
          'The port stands in the socket unit (ListenStream), or on Ubuntu 24.04 and later comes from sshd_config at systemctl daemon-reload && systemctl restart ssh.socket only.',
      }
    const socket = socketPort(c.config)
    const machineSeen = c.host.dropIns !== undefined
    if (socket?.ubuntu && !machineSeen)
      return {
        severity: 'minor',
        keyword: socket.line.canonical,
        says: `sshd_config says port ${ports.join(', ')}, and on Ubuntu 22.10 and later ssh.socket decides.`,
        reason: socket.says,
      }
    return {
      severity: 'note',
      says: `sshd listens on port ${ports.join(', ')}.`,
      reason:
        'Clients have to name it, the firewall has to let it through, SELinux has to know it (ssh_port_t), and under socket activation (Ubuntu since 22.10) the line has no effect by itself.',
    }
  },
}
