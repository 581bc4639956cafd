import { readFileSync } from 'node:fs'
import { platform } from '../platform.ts'

/**
 * What this machine's kernel has counted so far, in our network namespace: ICMP "destination unreachable" messages
 * received and TCP segments sent again. Their growth across a probe tells a firewall's refusal from a closed port
 * (RFC 792 against RFC 793) and a lossy path from a clean one, without any privilege. Linux only: elsewhere undefined.
 */
export function kernelCounters(family: 4 | 6): { icmpUnreachable: number; retransmits: number } | undefined {
  if (!platform.hasProc) return undefined
  try {
    const snmp = readFileSync('/proc/net/snmp', 'latin1')
    const retransmits = counter(snmp, 'Tcp', 'RetransSegs')
    const icmpUnreachable =
      family === 4
        ? counter(snmp, 'Icmp', 'InDestUnreachs')
        : Number(/^Icmp6InDestUnreachs\s+(\d+)/m.exec(readFileSync('/proc/net/snmp6', 'latin1'))?.[1])
    if (retransmits === undefined || icmpUnreachable === undefined || Number.isNaN(icmpUnreachable)) return undefined
    return { icmpUnreachable, retransmits }
  } catch {
    // Absent in containers with a masked /proc: the sign stays unread.
    return undefined
  }
}

function counter(snmp: string, group: string, name: string): number | undefined {
  const lines = snmp.split('\n').filter((line) => line.startsWith(group + ': '))
  const index = lines[0]?.split(' ').indexOf(name) ?? -1
  const value = index > 0 ? Number(lines[1]?.split(' ')[index]) : Number.NaN
  return Number.isNaN(value) ? undefined : value
}
