import { KEY_EXCHANGE_LISTS } from './algorithms.ts'
import { defaultsOf } from './defaults.ts'
import type { EffectiveConfig } from './types.ts'

/** Lists of the key exchange that a `-` has emptied: what sshd offers is nothing. */
export function emptiedLists({ effective, origin }: EffectiveConfig): string[] {
  return KEY_EXCHANGE_LISTS.filter((keyword) => effective[keyword]?.[0] === '' && origin[keyword] !== 'default')
}

/**
 * The values as `sshd -T` prints them. That puts every list together a second time before it prints, so that it shows the default where
 * the sshd that listens offers nothing (servconf.c copy_set_server_options; `ssh -G` puts a list together once, and shows it empty).
 */
export function asPrinted(config: EffectiveConfig): Record<string, string[]> {
  const emptied = emptiedLists(config)
  if (emptied.length === 0) return config.effective
  const defaults = defaultsOf(config.release)
  return { ...config.effective, ...Object.fromEntries(emptied.map((keyword) => [keyword, defaults[keyword]!])) }
}
