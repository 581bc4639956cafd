import { AUTHENTICATED, COMMON_CLIENTS } from './common-clients.ts'
import type { CommonClient } from './common-clients.ts'
import type { Hit, View } from './view.ts'

type Part = readonly [keyword: string, spelt: string, offers: (client: CommonClient) => readonly string[]]

const PARTS: readonly Part[] = [
  ['kexalgorithms', 'KexAlgorithms', ({ kex }) => kex],
  ['ciphers', 'Ciphers', ({ ciphers }) => ciphers],
  ['macs', 'MACs', ({ macs }) => macs],
  ['hostkeyalgorithms', 'HostKeyAlgorithms', ({ keys }) => keys],
]

/** Every client that many use still finds something in the list. What keys people log in with, nobody knows here. */
export function servesCommon(keyword: string, names: readonly string[]): boolean {
  const offers = PARTS.find(([part]) => part === keyword)?.[2]
  if (!offers) return false
  return COMMON_CLIENTS.every((client) => client.old === true || offers(client).some((name) => names.includes(name)))
}

/** Clients that have nothing in common with the server in one list: the connection ends in the key exchange. */
export function narrowHits(c: View): Hit[] {
  return PARTS.flatMap(([keyword, spelt, offers]): Hit[] => {
    const names = c.list(keyword)
    if (names.length === 0) return []
    const lost = COMMON_CLIENTS.filter((client) => !meets(c, keyword, names, client, offers(client)))
    if (lost.length === 0) return []
    const young = lost.filter(({ old }) => !old)
    const all = COMMON_CLIENTS.filter(({ old }) => !old)
    return [
      {
        severity: young.length === 0 || !c.set(keyword) ? 'note' : young.length === all.length ? 'critical' : 'major',
        keyword,
        says: `${spelt} has nothing in common with ${lost.map(({ name }) => name).join('; ')}.`,
        reason: "The connections of these clients end with 'Unable to negotiate', before any login.",
      },
    ]
  })
}

function meets(
  c: View,
  keyword: string,
  names: readonly string[],
  client: CommonClient,
  offered: readonly string[],
): boolean {
  if (offered.some((name) => names.includes(name))) return true
  // Where a cipher with integrity of its own can be agreed on, no MAC is needed. The client's order decides; its first fit.
  if (keyword !== 'macs') return false
  const cipher = client.ciphers.find((name) => c.list('ciphers').includes(name))
  return cipher !== undefined && AUTHENTICATED.includes(cipher)
}
