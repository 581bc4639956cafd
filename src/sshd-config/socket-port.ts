import { atLeast } from '../openssh/release.ts'
import type { ConfigLine, EffectiveConfig } from './types.ts'

/** A line about where sshd listens, on a system where systemd's ssh.socket listens instead. */
export interface SocketPort {
  line: ConfigLine
  /** The build is Ubuntu's; else it may be. */
  ubuntu: boolean
  /** What the line does, and what makes it count: whole sentences. */
  says: string
}

/**
 * Ubuntu starts sshd by ssh.socket since 22.10 (openssh 1:9.0p1-1ubuntu1); since 24.04 (9.6) sshd-socket-generator reads Port,
 * ListenAddress and AddressFamily at each daemon-reload, before it they stand in the unit alone (openssh.md 6.6). Undefined where no
 * line says where to listen, or another build's sshd listens by itself.
 */
export function socketPort({ lines, release, effective }: EffectiveConfig): SocketPort | undefined {
  const { distribution } = release
  if (!atLeast(release, [9, 0]) || distribution === 'debian' || distribution === 'redhat') return undefined
  const line = lines.find(
    ({ canonical, took, arguments: [value] }) =>
      took &&
      ((canonical === 'port' && (value !== '22' || effective['port']!.length > 1)) || canonical === 'listenaddress'),
  )
  if (!line) return undefined
  const ubuntu = distribution === 'ubuntu'
  const written = `${line.keyword} ${line.arguments.join(' ')}`
  const where = ubuntu
    ? `Ubuntu has had systemd's ssh.socket listen since 22.10, not sshd: ${written} alone changes nothing.`
    : `If this is Ubuntu 22.10 or later, systemd's ssh.socket listens, not sshd, and ${written} alone changes nothing.`
  const generator =
    "'systemctl daemon-reload && systemctl restart ssh.socket' gives it to the socket: sshd-socket-generator reads sshd_config then."
  const ports = effective['port']!.map((port) => `ListenStream=${port}`).join(', ')
  const unit =
    `It has to stand in the unit: 'systemctl edit ssh.socket' with [Socket], ListenStream= (empty) and ${ports}, ` +
    "then 'systemctl daemon-reload && systemctl restart ssh.socket'."
  const how = atLeast(release, [9, 6]) ? generator : unit
  const look = "'systemctl is-active ssh.socket' tells whether the socket listens."
  return { line, ubuntu, says: `${where} ${how} ${look}` }
}
