import type { Rule } from '../view.ts'

export const includeFindsNothing: Rule = {
  id: 'include-finds-nothing',
  keywords: ['include'],
  side: 'reachability',
  sources: ['servconf.c sInclude', 'openssh.md 6.2'],
  check(c) {
    return c.config.lines
      .filter((line) => line.canonical === 'include' && line.why === 'no-file')
      .map((line) => {
        const plain = line.arguments.filter((path) => !/[*?[]/.test(path))
        return {
          severity: plain.length > 0 ? ('minor' as const) : ('note' as const),
          at: { file: line.file, line: line.line },
          says: `Include ${line.arguments.join(' ')} in ${line.file}:${line.line} finds no file.`,
          reason: 'sshd says nothing about that: the lines that should stand there are simply not in force.',
        }
      })
  },
}
