const COLON = 0x3a

/**
 * An address as it is counted. `::ffff:192.0.2.1` is the IPv4 client of a dual-stack socket and counts as `192.0.2.1`; a zone (`%eth0`) names our own
 * interface, not the stranger, and is left out. Names (UseDNS) and `UNKNOWN` stay as they are.
 */
export function countedAddress(text: string): string {
  // There are millions, and hardly one is either.
  const zone = text.indexOf('%')
  if (zone < 0 && text.charCodeAt(0) !== COLON) return text
  const bare = zone < 0 ? text : text.slice(0, zone)
  const mapped = /^::ffff:(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i.exec(bare)
  return mapped ? mapped[1]! : bare
}
