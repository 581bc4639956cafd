import type { Entry } from '../entry.ts'

/** Servers written in Go (Gitea, Gogs, sish, Teleport, sshd of containers) as their net package says that they cannot listen. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'go-listen-in-use',
    by: 'go-server',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'A server cannot have this port: another program listens on it already.',
    words:
      /^(?!.{0,300}(?:daemon|userland proxy|rootlessport))(?:.{0,200}\s)?listen tcp[46]? (?<address>\S{0,100}?):(?<port>22|222|2022|2222): bind: address already in use\.?$/,
    message: 'address-in-use',
    source: 'Go 1.22, net.OpError.Error',
  },
  {
    id: 'go-listen-not-permitted',
    by: 'go-server',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'A server may not have this port: below 1024 only root may, or who was given the right.',
    words:
      /^(?!.{0,300}(?:daemon|userland proxy|rootlessport))(?:.{0,200}\s)?listen tcp[46]? (?<address>\S{0,100}?):(?<port>22|222): bind: permission denied\.?$/,
    source: 'Go 1.22, net.OpError.Error',
  },
]
