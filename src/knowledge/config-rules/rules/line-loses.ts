import type { Rule } from '../view.ts'
import type { ConfigLine } from '../../../sshd-config/types.ts'

export const lineLoses: Rule = {
  id: 'line-loses',
  keywords: ['include'],
  side: 'reachability',
  sources: ['servconf.c', 'openssh.md 6.2'],
  check(c) {
    const winnerOf = (line: ConfigLine) =>
      c.config.lines.find((each) => each.file === line.wonBy?.file && each.line === line.wonBy.line)
    return c.config.lines
      .filter((line) => line.why === 'first-wins' || (line.why === 'last-wins' && line.canonical !== 'maxstartups'))
      .flatMap((line) => {
        const winner = winnerOf(line)
        if (!winner || winner.canonical !== line.canonical) return []
        const same = winner.arguments.join(' ').toLowerCase() === line.arguments.join(' ').toLowerCase()
        // A drop-in that overrides the main file does what drop-ins are for.
        const asMeant = line.file === c.config.files[0] && winner.file !== line.file && /\.d\//.test(winner.file)
        return [
          {
            severity: same || asMeant ? ('note' as const) : ('minor' as const),
            keyword: line.canonical,
            at: { file: line.file, line: line.line },
            says: `${line.keyword} ${line.arguments.join(' ')} in ${line.file}:${line.line} has no effect: ${winner.file}:${winner.line} ${line.why === 'first-wins' ? 'says it first' : 'says it last'}${same ? '' : ` (${winner.arguments.join(' ')})`}.`,
            reason: same
              ? 'Both say the same for now.'
              : asMeant
                ? 'A drop-in is read before the main file, and overrides it.'
                : 'The person who wrote the line believes that something else is in force.',
          },
        ]
      })
  },
}
