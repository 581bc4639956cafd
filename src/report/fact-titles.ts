import type { Fact, FactId, FactSheet } from '../core/types.ts'

/** Every fact in a reader's words, in the order of the road: one's own side, the name, the login, the wire, within. */
export const FACT_TITLES: Readonly<Record<FactId, string>> = {
  'ssh-config': 'What ssh makes of the command line',
  'key-files': 'Keys on this side',
  'control-socket': 'Shared connection (control socket)',
  'own-connections': 'Our own open connections to it',
  'name-lookup': 'Name lookup',
  route: 'Route',
  'jump-contact': 'The jump host itself',
  contact: 'First contact',
  'contact-again': 'The same again',
  'contact-other-source': 'From another address of ours',
  'control-port': 'A port that ought to be closed',
  'second-service': 'Other services of the same host',
  'other-ssh-port': 'Ports sshd is often moved to',
  'contact-not-ssh': 'Answer to a line that is no SSH',
  'contact-split': 'Identification sent byte by byte',
  'kexinit-size': 'Small and large key exchange',
  login: 'ssh itself, step by step',
  'login-beyond-host-key': 'ssh with an empty known_hosts',
  'command-session': 'One harmless command instead of the shell',
  'client-text': 'What ssh had said',
  'inside-session': 'From within: who we are there',
  listener: 'From within: who listens',
  'slot-holders': 'From within: unfinished logins',
  'accept-queue': 'From within: connections waiting for sshd',
  'sshd-effective': 'From within: what sshd would do (sshd -T)',
  'sshd-unit': 'From within: sshd as a service',
  'sshd-programs': 'From within: programs of sshd',
  'host-keys': 'From within: host keys',
  'privsep-directory': 'From within: sshd’s empty directory',
  'tcp-wrappers': 'From within: hosts.allow and hosts.deny',
  firewall: 'From within: firewall',
  bans: 'From within: bans',
  account: 'From within: the account',
  'authorized-keys': 'From within: authorised keys and the way to them',
  nologin: 'From within: nologin files',
  pam: 'From within: PAM',
  'login-files': 'From within: what runs at login',
  resolver: 'From within: name service',
  'log-daemon': 'From within: the log daemon',
  'selinux-apparmor': 'From within: SELinux and AppArmor',
  memory: 'From within: memory',
  pressure: 'From within: load and pressure',
  disk: 'From within: disks',
  descriptors: 'From within: open files',
  'process-limit': 'From within: processes and their limits',
  'blocked-tasks': 'From within: blocked tasks',
  'oom-kills': 'From within: killed for want of memory',
  containers: 'From within: containers',
  boot: 'From within: last start and updates',
  'server-log': 'The server’s own log',
  'management-agent': 'The cloud’s agent on it',
  workloads: 'What else runs on it',
}

const ORDER = Object.keys(FACT_TITLES)

/** The facts of a sheet in the order of the road; those of a newer release, which this one does not know, last. */
export function inFactOrder(facts: FactSheet): [FactId, Fact<unknown>][] {
  const place = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length)
  return (Object.entries(facts) as [FactId, Fact<unknown> | undefined][])
    .filter((entry): entry is [FactId, Fact<unknown>] => entry[1] !== undefined)
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
}
