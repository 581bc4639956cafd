import { known } from '../../core/probe.ts'
import type { FactSheet, Sign } from '../../core/types.ts'

/** A master listens at a temporary name first: a dot and 16 letters behind the path (mux.c muxserver_listen, 5.9 to 10.5). */
const TEMPORARY = 17
/** Who never becomes a master connects only (readconf.c, ControlMaster no). */
const BECOMES_MASTER = /^(?:yes|true|auto|ask|autoask)$/i

/** Bytes that the socket's name would need, and those there is room for. */
function room(facts: FactSheet): { needed: number; room: number } | undefined {
  const config = known(facts, 'ssh-config')
  const room = known(facts, 'control-socket')?.room
  if (config?.controlPath === undefined || room === undefined) return undefined
  const bytes = new TextEncoder().encode(config.controlPath).length
  return { needed: bytes + (BECOMES_MASTER.test(config.controlMaster ?? '') ? TEMPORARY : 0), room }
}

export const controlPath = {
  id: 'control-path',
  stage: 'client',
  passes: 'fits',
  shuts: true,
  values: ['fits', 'too-long'],
  from: ['ssh-config', 'control-socket'],
  read(facts) {
    const both = room(facts)
    return both && (both.needed > both.room ? 'too-long' : 'fits')
  },
  says: {
    fits: 'the path of the shared connection fits into the name of a socket',
    'too-long': 'the path of the shared connection (ControlPath) is longer than the name of a socket may be',
  },
  detail(facts) {
    const both = room(facts)
    return both && both.needed > both.room ? `${both.needed} bytes, and ${both.room} fit` : undefined
  },
} satisfies Sign<'fits' | 'too-long'>
