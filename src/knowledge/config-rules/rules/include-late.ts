import type { Rule } from '../view.ts'

export const includeLate: Rule = {
  id: 'include-late',
  keywords: ['include'],
  side: 'reachability',
  sources: ['openssh.md 6.2', 'sshd_config(5) Include'],
  check(c) {
    const include = c.config.lines.find(
      (line) => line.canonical === 'include' && line.arguments.some((path) => path.includes('sshd_config.d')),
    )
    const main = c.config.files[0]
    if (!include) {
      const unread = (c.host.dropIns ?? []).filter((file) => !c.config.files.includes(file))
      if (unread.length === 0) return undefined
      return {
        severity: 'minor',
        says: `${unread.join(', ')} ${unread.length === 1 ? 'is' : 'are'} not read: no Include names ${unread.length === 1 ? 'it' : 'them'}.`,
        reason: "The lines there, cloud-init's settings for one, are not in force.",
        ...(c.since(8, 2) && { recommend: { keyword: 'Include', value: '/etc/ssh/sshd_config.d/*.conf' } }),
      }
    }
    if (include.file !== main) return undefined
    const at = { file: include.file, line: include.line }
    if (include.match)
      return {
        severity: 'minor',
        at,
        says: `Include stands under Match ${include.match.words}: the drop-ins count for such connections only.`,
        reason: 'Besides, keywords that are not allowed in a Match keep sshd from starting.',
      }
    const before = c.config.lines.filter((line) => line.file === main && line.line < include.line && line.took)
    if (before.length === 0) return undefined
    return {
      severity: 'note',
      at,
      says: `${before.length === 1 ? 'A line stands' : `${before.length} lines stand`} before the Include and win${before.length === 1 ? 's' : ''} over the drop-ins.`,
      reason: 'The first value wins; a drop-in that says otherwise has no effect.',
    }
  },
}
