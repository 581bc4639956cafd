import { parseDestination } from './destination.ts'
import { configPair, optionWords, readOptions } from './ssh-options.ts'

/** Options that say who or where the target is. */
const WHO = new Set(['l', 'user'])
const PORT = new Set(['p', 'port'])
const WHERE = new Set(['hostname', 'hostkeyalias'])

/**
 * The user's options for a second login: keys, configuration and jumps count for it too; who one wants to be at the
 * target does not, its port only where the way in names none, its host name only where both are the same host. A jump
 * that is the way in itself needs no jump, and what names one certain place (a proxy command without %h, a control socket
 * without any %) names the target's.
 */
export function viaArgs(ssh: readonly string[], via: string, target?: string): string[] {
  const to = parseDestination(via)
  const from = target === undefined ? undefined : parseDestination(target)
  const ownPort = !('error' in to) && (to.port !== undefined || to.portByName === true)
  const sameHost = !('error' in to) && from !== undefined && !('error' in from) && to.host === from.host
  return readOptions(ssh)
    .filter(({ letter, value = '' }) => {
      const { keyword, rest } = letter === 'o' ? configPair(value) : { keyword: letter, rest: value }
      if (WHO.has(keyword)) return false
      if (PORT.has(keyword)) return !ownPort
      if (keyword === 'J' || keyword === 'proxyjump') return 'error' in to || !hopsOf(rest).includes(to.host)
      if (keyword === 'proxycommand') return sameHost || /%[hn]/.test(rest) || rest === 'none'
      if (keyword === 'S' || keyword === 'controlpath') return via === target || /%|^none$/.test(rest)
      return sameHost || !WHERE.has(keyword)
    })
    .flatMap(optionWords)
}

/** The hosts of `-J user@a:22,[b]:2222` (readconf.c parse_jump). */
const hopsOf = (jumps: string): string[] =>
  jumps.split(',').map((hop) => {
    const place = hop
      .trim()
      .replace(/^ssh:\/\//, '')
      .replace(/^.*@/, '')
    return /^\[([^\]]*)\]/.exec(place)?.[1] ?? place.replace(/^([^:]*):[^:]*$/, '$1')
  })
