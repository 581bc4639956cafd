import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

/** What stands at the port instead of an honest sshd. `turn` counts its connections from 0. */
export type Behaviour = (socket: Socket, turn: number) => void

export interface Peer {
  port: number
  /** Everything anybody said to it, connection by connection. */
  heard: Buffer[][]
  close(): Promise<void>
}

/** Opens a listener on loopback that behaves so; whoever opens it closes it. */
export async function openPeer(behave: Behaviour): Promise<Peer> {
  const sockets = new Set<Socket>()
  const heard: Buffer[][] = []
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    const chunks: Buffer[] = []
    const turn = heard.push(chunks) - 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // The other side may go at any time; that is what it is tested for.
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      if (chunks.length < 100) chunks.push(chunk)
    })
    socket.on('end', () => socket.end())
    behave(socket, turn)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Runs `work` beside such a peer. */
export async function withPeer<T>(behave: Behaviour, work: (peer: Peer) => Promise<T>): Promise<T> {
  const peer = await openPeer(behave)
  try {
    return await work(peer)
  } finally {
    await peer.close()
  }
}

type Bytes = string | Uint8Array
const bytes = (what: Bytes): Uint8Array => (typeof what === 'string' ? Buffer.from(what, 'utf8') : what)

export const silent: Behaviour = () => undefined
export const closesAtOnce: Behaviour = (socket) => void socket.end()
export const resets: Behaviour = (socket) => void socket.resetAndDestroy()

/** Says it all at once, and then nothing. */
export const says =
  (...what: Bytes[]): Behaviour =>
  (socket) => {
    for (const one of what) socket.write(bytes(one))
  }

/** Says it all at once and closes. */
export const saysAndCloses =
  (what: Bytes): Behaviour =>
  (socket) =>
    void socket.end(bytes(what))

/** Says the same again and again, as fast as the other side takes it, to the end of days or `times`. */
export const floods =
  (what: Bytes, times = Infinity): Behaviour =>
  (socket) => {
    const unit = bytes(what)
    const chunk = Buffer.concat(Array.from({ length: Math.max(1, Math.ceil(1_000_000 / unit.length)) }, () => unit))
    let left = times * unit.length
    const pour = () => {
      while (!socket.destroyed && left > 0) {
        left -= chunk.length
        if (!socket.write(chunk)) return
      }
    }
    socket.on('drain', pour)
    pour()
  }

/** One byte a second, over and over. */
export const drips =
  (what: string): Behaviour =>
  (socket) => {
    let at = 0
    const timer = setInterval(() => socket.write(what[at++ % what.length]!), 1000)
    socket.on('close', () => clearInterval(timer))
  }

/** Each connection meets another behaviour; the last one stays. */
export const changes =
  (...turns: Behaviour[]): Behaviour =>
  (socket, turn) =>
    turns[Math.min(turn, turns.length - 1)]!(socket, turn)

export const AN_SSHD = 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n'

/** A packet of the binary protocol (RFC 4253 6) that says it is so long, with a few bytes of something behind it. */
export function packetOfLength(length: number): Uint8Array {
  const head = Buffer.alloc(5)
  head.writeUInt32BE(length >>> 0)
  head[4] = 4
  return Buffer.concat([head, Buffer.from([20]), Buffer.alloc(64, 0x41)])
}
