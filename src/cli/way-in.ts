import { visible } from '../core/visible.ts'
import type { Target } from '../core/types.ts'
import type { WayIn } from '../core/access.ts'
import type { OwnOptions } from './own-options.ts'
import { parseDestination } from '../openssh/destination.ts'

/** What `--via` or `--local` asks for; undefined where neither was given. */
export function wayInOf(
  { via, local, address }: OwnOptions,
  target: Target,
  how: { patience: number; progress(text: string): void },
): WayIn | undefined {
  const to = local ? 'local' : via
  if (to === undefined) return undefined
  const there = parseDestination(to)
  const typed = parseDestination(target.destination)
  const hosts = [target.host, 'error' in typed ? undefined : typed.host]
  return {
    via: local ? 'this machine' : visible(to.replace(/^ssh:\/\//, ''), 80),
    local: local === true,
    sameHost: !local && !('error' in there) && hosts.includes(there.host),
    ...(address === undefined ? {} : { address }),
    async open(options) {
      const { openAccess } = await import('../access/open-access.ts')
      return openAccess(to, { ssh: target.ssh, target: target.destination, ...how, ...options })
    },
  }
}
