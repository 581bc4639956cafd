import type { ClientVersion } from './clients/client.ts'
import { CLIENTS } from './clients/clients.ts'
import { loginWithout } from './looks.ts'
import { isPoor, listWithout } from './list-without.ts'
import type { Severity } from './types.ts'
import type { Hit, View } from './view.ts'

type Part = 'kex' | 'ciphers' | 'macs' | 'keys'

/** The lists of the key exchange: keyword, how it is spelt, and what of a client's offer it meets. */
const PARTS: readonly (readonly [keyword: string, spelt: string, part: Part])[] = [
  ['kexalgorithms', 'KexAlgorithms', 'kex'],
  ['ciphers', 'Ciphers', 'ciphers'],
  ['macs', 'MACs', 'macs'],
  ['hostkeyalgorithms', 'HostKeyAlgorithms', 'keys'],
]

/** Ciphers that bring their own integrity: no MAC is negotiated with them. */
const AUTHENTICATED = /^(?:chacha20-poly1305|aes(?:128|256)-gcm)@openssh\.com$/

/** Clients that are shut out by a list, as they are told of: `PuTTY 0.75 to 0.77`. */
interface Lost {
  client: string
  source: string
  versions: readonly ClientVersion[]
}

const offeredBy = (c: View) =>
  Object.fromEntries(PARTS.map(([keyword, , part]) => [part, c.list(keyword)])) as Record<Part, readonly string[]>

/** Who finds nothing in these lists. Of host keys it is the algorithm alone that counts here. */
function lostBy(part: Part, offered: Readonly<Record<Part, readonly string[]>>): Lost[] {
  return CLIENTS.flatMap(({ name, source, versions }): Lost[] => {
    const lost = versions.filter((version) => !meets(part, offered, version))
    return lost.length === 0 ? [] : [{ client: name, source, versions: lost }]
  })
}

function meets(part: Part, offered: Readonly<Record<Part, readonly string[]>>, client: ClientVersion): boolean {
  if (client[part].some((name) => offered[part].includes(name))) return true
  // Where a cipher with integrity of its own can be agreed on, no MAC is needed. The client's order decides; its first fit.
  if (part !== 'macs') return false
  const cipher = client.ciphers.find((name) => offered.ciphers.includes(name))
  return cipher !== undefined && AUTHENTICATED.test(cipher)
}

const USES = ['everyday', 'some', 'old'] as const

const gravest = (lost: readonly Lost[]): (typeof USES)[number] | undefined =>
  USES.find((use) => lost.some(({ versions }) => versions.some((version) => version.use === use)))

/** Every client that many use still finds something in the list. What keys people log in with, nobody knows here. */
export function servesCommon(keyword: string, names: readonly string[]): boolean {
  const part = PARTS.find(([each]) => each === keyword)?.[2]
  if (!part) return false
  const gone = gravest(lostBy(part, { kex: [], ciphers: [], macs: [], keys: [], [part]: names }))
  return gone === undefined || gone === 'old'
}

/** `PuTTY 0.75 to 0.82; dropbear up to 2019.78; JSch 0.1.54 and later`. */
const named = (lost: readonly Lost[]): string =>
  lost.map(({ client, versions }) => `${client} ${rangeOf(client, versions)}`).join('; ')

/** Versions that follow one another are told as a range. */
function rangeOf(client: string, lost: readonly ClientVersion[]): string {
  const all = CLIENTS.find(({ name }) => name === client)!.versions
  const [from, to] = [all.indexOf(lost[0]!), all.indexOf(lost.at(-1)!)]
  if (lost.length === 1 || to - from >= lost.length) return lost.map(({ releases }) => releases).join(', ')
  const numbers = ({ releases }: ClientVersion) => releases.replace(/ \(.*$/, '').match(/\d[\d.]*/g)!
  const [first, last] = [numbers(lost[0]!)[0], numbers(lost.at(-1)!).at(-1)]
  if (to === all.length - 1) return `${first} and later`
  return from === 0 ? `up to ${last}` : `${first} to ${last}`
}

/** Clients that have nothing in common with the server in one list: the connection ends in the key exchange. */
export function narrowHits(c: View): Hit[] {
  const offered = offeredBy(c)
  return PARTS.flatMap((row): Hit[] => {
    const [keyword, spelt, part] = row
    // Before 7.0 there was no such keyword: any key is offered.
    if (c.all(keyword).length === 0) return []
    const lost = lostBy(part, offered)
    if (lost.length === 0) return []
    const use = gravest(lost)!
    const everyday = CLIENTS.flatMap(({ versions }) => versions).filter((version) => version.use === 'everyday')
    const all = everyday.every((version) => !meets(part, offered, version))
    const severity: Severity =
      !c.set(keyword) || use === 'old' ? 'note' : use === 'some' ? 'minor' : all ? 'critical' : 'major'
    const empty = offered[part].length === 0
    // Who shuts out a few libraries has chosen so, as the guides do that harden a server.
    const wider = severity === 'note' || severity === 'minor' ? undefined : asWideAsDefault(c, row, offered)
    return [
      {
        severity,
        keyword,
        says: empty
          ? `${spelt} is empty: ${all ? 'no client' : `none of ${named(lost)}`} can connect.`
          : `${spelt} has nothing in common with ${named(lost)}.`,
        reason: `${all ? 'Every connection ends' : 'The connections of these clients end'} with 'Unable to negotiate', before any login.`,
        sources: lost.map(({ client, source }) => `${client}: ${source}`),
        ...wider,
      },
    ]
  })
}

/** Clients that lose their last fit where a list becomes another: `dropbear 2018.76 to 2019.78`; '' where nobody does. */
export function newlyLost(c: View, keyword: string, list: readonly string[]): string {
  const part = PARTS.find(([each]) => each === keyword)?.[2]
  if (!part) return ''
  const offered = offeredBy(c)
  const before = lostBy(part, offered).flatMap(({ versions }) => versions)
  const then = lostBy(part, { ...offered, [part]: list })
  const anew = then.map((lost) => ({ ...lost, versions: lost.versions.filter((version) => !before.includes(version)) }))
  return named(anew.filter(({ versions }) => versions.length > 0))
}

/** @param lost what newlyLost said */
export const whoLoses = (lost: string, gone: readonly string[]): string =>
  `${lost === '' ? '' : `${lost}, and `}users whose client or key knows nothing but ${gone.join(', ')}`

/** The default list of the release, without what is broken or weak; undefined where it shuts as many out. */
function asWideAsDefault(
  c: View,
  [keyword, spelt, part]: (typeof PARTS)[number],
  offered: Readonly<Record<Part, readonly string[]>>,
): Partial<Hit> | undefined {
  const poor = offered[part].filter(isPoor)
  const { value, names } = listWithout(c.config.release, keyword, poor)
  if (value === undefined) return undefined
  const now = lostBy(part, offered)
  const then = lostBy(part, { ...offered, [part]: names })
  const count = (lost: readonly Lost[]) =>
    lost.flatMap(({ versions }) => versions).filter((version) => version.use !== 'old').length
  if (count(then) >= count(now)) return undefined
  return {
    recommend: { keyword: spelt, value },
    ...(poor.length > 0 && {
      shutsOut: { who: whoLoses(newlyLost(c, keyword, names), poor), look: loginWithout(spelt, poor), you: false },
    }),
  }
}
