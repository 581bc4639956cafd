import { readlinkSync } from 'node:fs'

const UTC = /^(Etc\/)?(UTC|UCT|GMT|Universal|Zulu)$/
const LINKED_TO_UTC = /\/zoneinfo\/(Etc\/)?(UTC|UCT|Universal|Zulu)$/

/** This machine's zone: `UTC` or a name of the zone database. Most servers keep UTC, and Intl takes 30 ms to say so. */
export function ownZone(): string {
  if (keepsUtc()) return 'UTC'
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone === undefined || UTC.test(zone) ? 'UTC' : zone
}

function keepsUtc(): boolean {
  const { TZ } = process.env
  if (TZ !== undefined) return TZ === 'UTC' || TZ === 'Etc/UTC'
  try {
    return LINKED_TO_UTC.test(readlinkSync('/etc/localtime'))
  } catch {
    return false
  }
}
