import type { Rule } from '../view.ts'

export const maxStartupsShadowed: Rule = {
  id: 'max-startups-shadowed',
  keywords: ['maxstartups'],
  side: 'reachability',
  sources: ['servconf.c sMaxStartups', 'openssh.md 6.2'],
  check(c) {
    const losers = c.lines('maxstartups').filter((line) => line.why === 'last-wins' && line.wonBy)
    return losers
      .filter(
        (line) =>
          line.arguments.join(' ') !==
          c
            .lines('maxstartups')
            .find((each) => each.took)
            ?.arguments.join(' '),
      )
      .map((line) => ({
        severity: 'major' as const,
        at: { file: line.file, line: line.line },
        says: `MaxStartups ${line.arguments.join(' ')} in ${line.file}:${line.line} has no effect: the later line ${line.wonBy!.file}:${line.wonBy!.line} wins.`,
        reason:
          'Up to OpenSSH 10.0 the last MaxStartups line wins, not the first; a drop-in loses to the main file. Change or take out the line that wins.',
      }))
  },
}
