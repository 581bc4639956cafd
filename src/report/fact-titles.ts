import type { Fact, FactId, FactSheet } from '../core/types.ts'

/** Every fact in a reader's words, in the order of the road: one's own side, the name, the login, the wire. */
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
