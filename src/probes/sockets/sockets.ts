import { parseProcNetTcp } from './proc-net-tcp.ts'

/** One line of the server's /proc/net/tcp or tcp6. */
export interface Socket {
  local: { address: string; port: number }
  remote: { address: string; port: number }
  /** include/net/tcp_states.h */
  state: number
  /** Of a listening socket: connections the kernel has accepted and the program has not. */
  received: number
  /** 0 where no program has the socket yet. */
  inode: string
}

export const ESTABLISHED = 1
export const CLOSE_WAIT = 8
export const LISTEN = 10

/** A port as /proc/net/tcp prints it. */
export const hexPort = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0')

/** Reads lines of /proc/net/tcp and tcp6, in any order and mixed. `bigEndian` is the server's byte order. */
export function readSockets(lines: readonly string[], bigEndian = false): Socket[] {
  return lines.flatMap((line) => {
    const ends = parseProcNetTcp(line, bigEndian ? 'BE' : 'LE')[0]
    const fields = line.trim().split(/\s+/)
    const inode = fields[9]
    if (!ends || inode === undefined || !/^\d{1,20}$/.test(inode)) return []
    const received = Number.parseInt(/:([0-9A-F]{1,8})$/i.exec(fields[4] ?? '')?.[1] ?? '0', 16)
    return [{ ...ends, received, inode }]
  })
}

/** Who has which socket: inode → pids, of `ls -l /proc/PID/fd` and of `ss -e -p`. */
export function readHolders(lines: readonly string[]): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  const add = (inode: string, pid: number) => {
    const pids = holders.get(inode) ?? []
    if (!pids.includes(pid)) pids.push(pid)
    holders.set(inode, pids)
  }
  let pid: number | undefined
  for (const line of lines) {
    const folder = /^\/proc\/(\d{1,10})\/fd:$/.exec(line)
    if (folder) pid = Number(folder[1])
    const socket = / -> socket:\[(\d{1,20})\]$/.exec(line)?.[1]
    if (socket !== undefined && pid !== undefined) add(socket, pid)
    const inode = / ino:(\d{1,20})\b/.exec(line)?.[1]
    if (inode !== undefined) for (const m of line.matchAll(/\bpid=(\d{1,10}),/g)) add(inode, Number(m[1]))
  }
  return holders
}
