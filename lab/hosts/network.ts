import { must } from './command.ts'

/**
 * The addresses of a lab. Client, attacker and machine each stand on a link of their own and a router joins them, as in
 * life: so a firewall "on the path" is a place of its own, and a dead address is reported by somebody else.
 * Nothing of it appears in the network namespace of this computer.
 */
export interface Addresses {
  machine: string
  machine6: string
  client: string[]
  client6: string[]
  attacker: string[]
  /** On the machine's link, and nobody has it. */
  nobody: string
  nobody6: string
  /** The router's address on each side; also where its name server listens. */
  routerOfClient: string
  routerOfMachine: string
  routerOfMachine6: string
}

/** The network namespaces of a lab by role. */
export interface Namespaces {
  machine: string
  client: string
  attacker: string
  router: string
}

/** How many addresses the attacker has. */
const ATTACKERS = 16

/** The names of a lab's network namespaces. */
export function namespacesOf(id: string): Namespaces {
  return { machine: `${id}m`, client: `${id}c`, attacker: `${id}a`, router: `${id}r` }
}

/** The same as a list, for removal. */
export function namespaceNames(id: string): string[] {
  return Object.values(namespacesOf(id))
}

/** Chooses a lab's addresses; `net` (0-255) varies them, so that a mix-up of labs shows. */
export function addressesOf(net: number, clientAddresses: 1 | 2): Addresses {
  const v4 = (last: number): string => `10.77.${net}.${last}`
  const v6 = (link: number, last: number): string => `fd77:0:${net.toString(16)}:${link}::${last}`
  const both = Array.from({ length: clientAddresses }, (_, n) => 70 + n)
  return {
    machine: v4(10),
    machine6: v6(1, 10),
    client: both.map(v4),
    client6: both.map((last) => v6(2, last)),
    attacker: Array.from({ length: ATTACKERS }, (_, n) => v4(140 + n)),
    nobody: v4(33),
    nobody6: v6(1, 33),
    routerOfClient: v4(65),
    routerOfMachine: v4(1),
    routerOfMachine6: v6(1, 1),
  }
}

/** Creates the four namespaces with their links, addresses and routes. */
export async function createNetwork(id: string, at: Addresses): Promise<Namespaces> {
  const ns = namespacesOf(id)
  const net = at.machine.split('.')[2]!
  const six = Number(net).toString(16)
  const add = (address: string, bits: number, link: string): string =>
    `address add ${address}/${bits} dev ${link}${address.includes(':') ? ' nodad' : ''}`
  const leaf = (addresses: readonly string[], bits: number, gateway: string, link: number): string =>
    [
      'link set lo up',
      'link set eth0 up',
      ...addresses.map((address) => add(address, address.includes(':') ? 64 : bits, 'eth0')),
      `route add default via ${gateway}`,
      `route add ::/0 via fd77:0:${six}:${link}::1`,
    ].join('\n')
  const router = [
    'link set lo up',
    ...(['machine', 'client', 'attacker'] as const).flatMap((role) => [
      `link add ${role} type veth peer name eth0 netns ${ns[role]}`,
      `link set ${role} up`,
    ]),
    add(`10.77.${net}.1`, 26, 'machine'),
    add(`10.77.${net}.65`, 26, 'client'),
    add(`10.77.${net}.129`, 25, 'attacker'),
    ...['machine', 'client', 'attacker'].map((role, n) => add(`fd77:0:${six}:${n + 1}::1`, 64, role)),
  ].join('\n')
  const script = `
    set -e
    for name in "$machine" "$client" "$attacker" "$router"; do
      ip netns add "$name"
      # A link-local address that waits for its duplicate check costs the first IPv6 packet a second.
      ip netns exec "$name" sh -c 'for f in default all; do echo 0 > /proc/sys/net/ipv6/conf/$f/accept_dad; done'
    done
    ip netns exec "$router" sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward; echo 1 > /proc/sys/net/ipv6/conf/all/forwarding'
    echo "$onRouter" | ip -n "$router" -batch -
    echo "$onMachine" | ip -n "$machine" -batch -
    echo "$onClient" | ip -n "$client" -batch -
    echo "$onAttacker" | ip -n "$attacker" -batch -`
  await must(['sh', '-c', script], {
    env: {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      ...ns,
      onRouter: router,
      onMachine: leaf([at.machine, at.machine6], 26, `10.77.${net}.1`, 1),
      onClient: leaf([...at.client, ...at.client6], 26, `10.77.${net}.65`, 2),
      onAttacker: leaf([...at.attacker, `fd77:0:${six}:3::140`], 25, `10.77.${net}.129`, 3),
    },
  })
  return ns
}
