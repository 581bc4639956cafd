import type { Rule } from '../view.ts'

/** What editors, packages and people leave beside the files they mean; and files that say what they are. */
const LEFT =
  /(?:~|\.(?:bak|old|orig|save|swp|disabled|off|dpkg-\w+|rpmsave|rpmnew|ucf-\w+)|\/(?:README|\.[^/]*))(?:\.txt)?$/i

export const dropInUnread: Rule = {
  id: 'drop-in-unread',
  keywords: ['include'],
  side: 'reachability',
  sources: ['sshd_config(5) Include', 'glob(7)'],
  check(c) {
    const includes = c.config.lines.filter((line) => line.canonical === 'include')
    const include = includes.find((line) => line.arguments.some((path) => path.includes('sshd_config.d')))
    // Where no Include names the folder at all, another rule says so.
    if (!include) return undefined
    const unread = (c.host.dropIns ?? []).filter((file) => !c.config.files.includes(file) && !LEFT.test(file))
    if (unread.length === 0) return undefined
    return {
      severity: 'minor',
      at: { file: include.file, line: include.line },
      says: `${unread.join(', ')} ${unread.length === 1 ? 'is' : 'are'} not read: Include ${include.arguments.join(' ')} does not match ${unread.length === 1 ? 'its name' : 'their names'}.`,
      reason: 'The lines there are not in force, and sshd says nothing about it.',
    }
  },
}
