import type { Entry } from '../entry.ts'

/** The ports at which containers publish an sshd; the same words about another port are nothing of SSH's. */
const AT = String.raw`(?<address>[\d.]{7,15}|\[[\da-f:]{2,45}\]|::|):(?<port>22|222|2222)`

const words = (text: string): RegExp => new RegExp(`^.{0,400}?${text}$`)

/** What runs containers, about a port of SSH that it cannot have. */
export const ENTRIES: readonly Entry[] = [
  {
    id: 'docker-userland-proxy-port-in-use',
    by: 'docker',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'The container cannot have this port, because another program has it, often the sshd of the host itself.',
    words: words(
      String.raw`(?:Error starting userland proxy: |rootlessport )listen tcp[46]? ${AT}: bind: address already in use\.?`,
    ),
    message: 'address-in-use',
    source: 'moby 20.10, libnetwork/portmapper/mapper.go and Go net.OpError; podman 4, rootlessport',
  },
  {
    id: 'docker-host-port-in-use',
    by: 'docker',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'The container cannot have this port, because another program has it, often the sshd of the host itself.',
    words: words(
      String.raw`failed to bind host port for ${AT}(?::[\d.a-f:\[\]]{3,50}/tcp)?: address already in use\.?`,
    ),
    message: 'address-in-use',
    source: 'moby 28, daemon/libnetwork/drivers/bridge',
  },
  {
    id: 'docker-port-is-allocated',
    by: 'docker',
    level: 'error',
    step: 'port',
    road: 'breaks',
    says: 'The container cannot have this port, because another container has it.',
    words: words(String.raw`Bind for ${AT} failed: port is already allocated\.?`),
    message: 'address-in-use',
    source: 'moby 20.10, libnetwork/portallocator/portallocator.go',
  },
]
