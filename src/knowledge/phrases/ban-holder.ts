import type { Facts } from '../../core/types.ts'

/** `fail2ban sshd`, `sshguard set sshguard attackers`, `denyhosts /etc/hosts.deny`. */
export function banHolder({ tool, holder: { kind, name } }: Facts['bans']['banned'][number]): string {
  if (kind === 'set' || kind === 'chain') return `${tool} ${kind} ${name}`
  return `${tool} ${name === '' ? `a ${kind}` : name}`
}
