import type { Access, NoWayIn } from '../core/access.ts'
import { openLocal } from './local.ts'
import { openSsh } from './ssh.ts'
import type { SshWayIn } from './ssh.ts'

export type { NoWayIn } from '../core/access.ts'

export interface OpenOptions extends Partial<Omit<SshWayIn, 'destination'>> {}

/**
 * A way in for whoever needs one: `'local'`, or a destination as for ssh with the user's own ssh options. Whoever opens
 * it closes it. Never rejects for what the world does.
 */
export function openAccess(to: string, options: OpenOptions = {}): Promise<Access | NoWayIn> {
  if (to === 'local') return openLocal(options.signal ? { signal: options.signal } : {})
  return openSsh({ ssh: [], patience: 1, ...options, destination: to })
}
