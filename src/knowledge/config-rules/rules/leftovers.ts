import type { Hit, Rule } from '../view.ts'

export const leftovers: Rule = {
  id: 'leftovers',
  keywords: ['protocol', 'useprivilegeseparation'],
  side: 'safety',
  sources: ['openssh.md 6.4'],
  peers: ['Lynis SSH-7408 Protocol', 'Lynis SSH-7408 UsePrivilegeSeparation'],
  check(c) {
    return c.config.lines.flatMap((line): Hit[] => {
      const { canonical, took } = line
      if (canonical !== 'protocol' && canonical !== 'useprivilegeseparation') return []
      const written = `${line.keyword} ${line.arguments.join(' ')}`
      const at = { file: line.file, line: line.line }
      if (line.why === 'deprecated')
        return [
          {
            severity: 'note',
            keyword: canonical,
            at,
            says: `${written} is left over and has no effect.`,
            reason: 'The line does no harm; it shows that nobody has read the file for a long time.',
          },
        ]
      const value = c.one(canonical)
      const [bad, good] = canonical === 'protocol' ? [value.split(',').includes('1'), '2'] : [value === 'no', 'sandbox']
      // What is sound here is the default of these releases as well: the line may stay or go.
      if (!took || !bad) return []
      return [
        {
          severity: 'major',
          keyword: canonical,
          at,
          says: `${written} is in force.`,
          reason:
            canonical === 'protocol'
              ? 'Protocol 1 is broken beyond repair.'
              : 'A flaw in sshd before the login is then a flaw with the rights of root.',
          recommend: { keyword: line.keyword, value: good },
        },
      ]
    })
  },
}
