import { visible } from '../../../core/visible.ts'
import type { Command } from '../../blocks.ts'
import type { Line } from './line.ts'
import { gap, hanging } from './wrapped.ts'
import type { Room } from './wrapped.ts'

/** Never broken and never cut: it is there to be copied. */
export function commandLines({ lines, language, because = [], instead }: Command, room: Room): Line[] {
  return [
    ...lines.map((line): Line => {
      const text = (instead ? '→ ' : '') + visible(line, Infinity)
      return [gap(room.indent), { text, ...(language === 'sshd_config' && { tone: 'good' }) }]
    }),
    ...because.flatMap((why) => hanging(`# ${why}`, { ...room, indent: room.indent + 2 })),
  ]
}
