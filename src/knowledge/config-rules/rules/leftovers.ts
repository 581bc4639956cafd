import type { Rule } from '../view.ts'

export const leftovers: Rule = {
  id: 'leftovers',
  keywords: ['protocol', 'useprivilegeseparation'],
  side: 'safety',
  sources: ['openssh.md 6.4'],
  peers: ['Lynis SSH-7408 Protocol', 'Lynis SSH-7408 UsePrivilegeSeparation'],
  check(c) {
    return c.config.lines
      .filter(({ canonical }) => canonical === 'protocol' || canonical === 'useprivilegeseparation')
      .flatMap((line) => {
        const value = line.arguments.join(' ')
        const one = line.canonical === 'protocol' && /(?:^|,)1(?:,|$)/.test(value) && !c.since(7, 4)
        const off = line.canonical === 'useprivilegeseparation' && value === 'no' && !c.since(7, 5)
        return [
          {
            severity: one || off ? ('major' as const) : ('note' as const),
            keyword: line.canonical,
            at: { file: line.file, line: line.line },
            says:
              one || off
                ? `${line.keyword} ${value} is in force.`
                : `${line.keyword} ${value} is left over and has no effect.`,
            reason: one
              ? 'Protocol 1 is broken beyond repair.'
              : off
                ? 'A flaw in sshd before the login is then a flaw with the rights of root.'
                : 'The line does no harm; it shows that nobody has read the file for a long time.',
          },
        ]
      })
  },
}
