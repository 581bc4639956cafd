import { type Probe } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { accountOf, userOf } from './account.ts'
import { readListed } from '../account/modes.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { effectiveConfig } from './sshd-effective.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/**
 * $1 the home, $2 the name of the login shell, $3 a ChrootDirectory or nothing. Only lines that may end or hold a shell come back:
 * start-up files can be long, and are none of our business otherwise.
 */
const SCRIPT = `
${TIMEOUT}
h=$1 s=$2 chroot=$3
look() {
  [ -f "$1" ] && [ -r "$1" ] || return 0
  printf '@file\\n%s\\n' "$1"
  head -c 60000 -- "$1" 2>/dev/null | grep -nE '(^|[;&|[:space:]])(exit|logout|exec|sleep|read|wait|until|while|kill|reboot|nc|curl|wget|ssh|mount)([[:space:];&|)]|$)' | head -n 40 | cut -c 1-300 | sed 's/^/|/'
}
look /etc/ssh/sshrc
case $s in
  zsh) for f in /etc/zshenv /etc/zsh/zshenv /etc/zprofile /etc/zsh/zprofile /etc/zshrc /etc/zsh/zshrc; do look $f; done ;;
  fish) look /etc/fish/config.fish ;;
  csh|tcsh) for f in /etc/csh.cshrc /etc/csh.login; do look $f; done ;;
  *) for f in /etc/profile /etc/bash.bashrc /etc/bashrc /etc/profile.d/*.sh; do look "$f"; done ;;
esac
if [ -n "$chroot" ]; then
  echo @chroot; d=$chroot; n=0
  while [ $n -lt 20 ]; do ls -lnd -- "$d" 2>/dev/null || printf 'missing %s\\n' "$d"; [ "$d" != / ] || break; d=\${d%/*}; d=\${d:-/}; n=$((n+1)); done
fi
[ -n "$h" ] || exit 0
$T ls -ld -- "$h/." >/dev/null 2>&1; if [ $? -eq 137 ]; then echo @hung; printf '%s\\n' "$h"; exit 0; fi
look "$h/.ssh/rc"
case $s in
  zsh) for f in .zshenv .zprofile .zshrc .zlogin; do look "$h/$f"; done ;;
  fish) look "$h/.config/fish/config.fish" ;;
  csh|tcsh) for f in .tcshrc .cshrc .login; do look "$h/$f"; done ;;
  *) for f in .bash_profile .bash_login .profile; do if [ -r "$h/$f" ]; then look "$h/$f"; [ "$s" = bash ] && break; fi; done; look "$h/.bashrc"; look "$h/.bash_aliases" ;;
esac
:
`

type Suspect = Facts['login-files']['suspects'][number]

/** A command where a shell begins one. */
const BEGINS = String.raw`(?:^|;|&&|\|\||\bthen\b|\bdo\b|\belse\b|\{|\()\s*`
const ENDS = new RegExp(String.raw`${BEGINS}(?:exit|logout)\b`)
const EXEC = new RegExp(String.raw`${BEGINS}exec\s+(?![<>&\d$])`)
const WAITS = new RegExp(
  String.raw`${BEGINS}(?:sleep\s+["$\d.]|until\b|while\s+(?:true|:|!|test|\[)|wait\s*(?:$|[;$\d])|read\s+(?!.*<)(?:-\w+\s+)*["'\w])`,
)
const ASKS_OTHERS = new RegExp(String.raw`${BEGINS}(?:curl|wget|nc|ssh|mount)\s`)

/** Whether a line of a start-up file may end the shell, replace it, or keep it waiting. */
export function oddity(line: string): Suspect['does'] | undefined {
  const code = line.replace(/(?:^|\s)#.*$/, '').trim()
  if (code === '' || code.length > 2000) return undefined
  // A function or an alias of these names does nothing yet; `case` patterns and quoted text are no commands.
  if (/^(?:alias|function|echo|printf|local|export)\b/.test(code) && !/;|&&|\|\|/.test(code)) return undefined
  if (ENDS.test(code)) return 'ends-shell'
  if (EXEC.test(code)) return 'replaces-shell'
  if (WAITS.test(code)) return 'waits'
  if (ASKS_OTHERS.test(code)) return 'asks-network'
  return undefined
}

/** What the script printed. */
export function readLoginFiles(text: string): Suspect[] {
  const part = sections(text)
  const suspects: Suspect[] = []
  for (const block of text.split(/^@file\n/m).slice(1)) {
    const [path, ...lines] = block.split(/^@/m)[0]!.split('\n')
    if (!path?.startsWith('/')) continue
    for (const line of lines) {
      const m = /^\|(\d{1,7}):(.*)$/.exec(line)
      const does = m && oddity(m[2]!)
      if (does) suspects.push({ path: visible(path, 200), does, line: Number(m[1]), text: visible(m[2]!.trim(), 160) })
    }
  }
  for (const line of part('chroot')) {
    const missing = /^missing (.*)$/.exec(line)?.[1]
    const listed = readListed(line)
    // session.c safely_chroot: every component root's own and written by nobody else.
    if (missing !== undefined) suspects.push({ path: visible(missing, 200), does: 'chroot-missing' })
    else if (listed && (listed.uid !== 0 || (listed.mode & 0o022) !== 0 || listed.type !== 'd'))
      suspects.push({ path: visible(listed.path, 200), does: 'chroot-unsafe' })
  }
  const hung = part('hung')[0]
  if (hung !== undefined) suspects.push({ path: visible(hung, 200), does: 'does-not-answer' })
  return suspects.slice(0, 40)
}

export default {
  id: 'login-files',
  needs: 'shell',
  asks: 'does something run at login that ends it or keeps it waiting?',
  cost: { seconds: 0.4, connections: 0, load: 0.04 },
  applies: (facts, target) => userOf({ facts, target }) !== undefined,
  async run(context) {
    const [effective, account] = await Promise.all([effectiveConfig(context), accountOf(context)])
    const value = (keyword: string) => {
      const said = effective?.values[keyword]?.[0]
      return said === undefined || said === 'none' || said === '' ? undefined : said
    }
    const chroot = value('chrootdirectory')
      ?.replaceAll('%h', account?.home ?? '')
      .replaceAll('%u', account?.name ?? '')
    const args = [
      account?.home ?? '',
      (account?.shell ?? 'sh').replace(/^.*\//, ''),
      chroot?.startsWith('/') ? chroot : '',
    ]
    const stdout = await wholeAnswer(context, SCRIPT, args, { sudo: true, timeoutMs: 25_000 })
    const forceCommand = value('forcecommand')
    return {
      suspects: readLoginFiles(stdout),
      ...(forceCommand !== undefined && { forceCommand: visible(forceCommand, 300) }),
    }
  },
} satisfies Probe<'login-files'>
