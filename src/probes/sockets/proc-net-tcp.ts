import { canonicalAddress } from '../../openssh/networks.ts'

export interface TcpConnection {
  local: { address: string; port: number }
  remote: { address: string; port: number }
  /** The kernel's number: 1 established, 2 SYN sent, 10 listening (include/net/tcp_states.h). */
  state: number
}

/**
 * Reads `/proc/net/tcp` or `/proc/net/tcp6`. The kernel prints addresses as 32-bit words in the machine's byte order;
 * an IPv6 socket that speaks IPv4 (`::ffff:192.0.2.1`) is shown as the IPv4 address it is. Lines of another form are
 * left out.
 */
export function parseProcNetTcp(text: string, endianness: 'LE' | 'BE'): TcpConnection[] {
  const connections: TcpConnection[] = []
  for (const line of text.split('\n')) {
    const [, local, remote, state] = line.trim().split(/\s+/)
    const from = local && readEndpoint(local, endianness)
    const to = remote && readEndpoint(remote, endianness)
    if (!from || !to || !state || !/^[0-9A-F]{2}$/i.test(state)) continue
    connections.push({ local: from, remote: to, state: Number.parseInt(state, 16) })
  }
  return connections
}

function readEndpoint(text: string, endianness: 'LE' | 'BE'): { address: string; port: number } | undefined {
  const match = /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/i.exec(text)
  if (!match) return undefined
  const words = match[1]!.match(/.{8}/g)!.map((word) => Buffer.from(word, 'hex'))
  const bytes = Buffer.concat(endianness === 'LE' ? words.map((word) => word.reverse()) : words)
  const address = canonicalAddress(bytes.length === 4 ? [...bytes].join('.') : readable6(bytes))
  return address === undefined ? undefined : { address, port: Number.parseInt(match[2]!, 16) }
}

function readable6(bytes: Buffer): string {
  if (bytes.subarray(0, 12).equals(MAPPED)) return [...bytes.subarray(12)].join('.')
  return bytes.toString('hex').match(/.{4}/g)!.join(':')
}

const MAPPED = Buffer.from('00000000000000000000ffff', 'hex')
