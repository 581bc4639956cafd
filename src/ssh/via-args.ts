import { parseDestination } from './destination.ts'
import { configPair, optionWords, readOptions } from './ssh-options.ts'

/** Options that say who or where the target is. */
const WHO = new Set(['l', 'user'])
const PORT = new Set(['p', 'port'])
const WHERE = new Set(['hostname', 'hostkeyalias'])

/**
 * The user's options for a second login: keys, configuration and jumps count for it too; who one wants to be at the
 * target does not, its port only where the way in names none, its host name only where both are the same host.
 */
export function viaArgs(ssh: readonly string[], via: string, target?: string): string[] {
  const to = parseDestination(via)
  const from = target === undefined ? undefined : parseDestination(target)
  const ownPort = !('error' in to) && (to.port !== undefined || to.portByName === true)
  const sameHost = !('error' in to) && from !== undefined && !('error' in from) && to.host === from.host
  return readOptions(ssh)
    .filter(({ letter, value = '' }) => {
      const keyword = letter === 'o' ? configPair(value).keyword : letter
      if (WHO.has(keyword)) return false
      if (PORT.has(keyword)) return !ownPort
      return sameHost || !WHERE.has(keyword)
    })
    .flatMap(optionWords)
}
