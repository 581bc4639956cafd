import type { Rule } from '../view.ts'

export const lineDeprecated: Rule = {
  id: 'line-deprecated',
  keywords: ['include'],
  side: 'reachability',
  sources: ['servconf.c', 'openssh.md 6.4'],
  check(c) {
    return c.config.lines
      .filter(
        (line) =>
          line.why === 'deprecated' && line.canonical !== 'protocol' && line.canonical !== 'useprivilegeseparation',
      )
      .map((line) => ({
        severity: 'note' as const,
        at: { file: line.file, line: line.line },
        says: `${line.keyword} in ${line.file}:${line.line} has no effect any more.`,
        reason: 'This release reads it and does nothing; sshd -t warns of it.',
      }))
  },
}
