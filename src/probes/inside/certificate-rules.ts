import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { keyFilePath, readAuthorizedKeys } from '../account/authorized-keys-text.ts'
import { accountOf, userOf } from './account.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'
import { effectiveConfig } from './sshd-effective.ts'
import { fingerprintOf } from '../keys/fingerprint.ts'

/** $1 TrustedUserCAKeys, $2 the file of principals; from $3 on files of authorised keys. A name that is empty is passed over. */
const SCRIPT = `
${TIMEOUT}
look() { printf '@%s\\n' "$1"; [ -n "$2" ] || return; if [ -r "$2" ]; then $T head -c 100000 -- "$2" 2>/dev/null | tr '\\000\\r' '  ' | sed 's/^/|/'; echo; else echo "@$1-unread"; echo yes; fi; }
look authorities "$1"; look principals "$2"; shift 2
for f in "$@"; do
  echo @lines; [ -r "$f" ] && $T grep -i 'cert-authority' -- "$f" 2>/dev/null | head -n 200 | sed 's/^/|/'
done
:
`

type CertificateRules = Facts['certificate-rules']

const contents = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => (line.startsWith('|') ? line.slice(1) : []))

/** What the script printed of these files. */
export function readCertificateRules(text: string): Omit<CertificateRules, 'from' | 'principalsFile' | 'asksProgram'> {
  const part = sections(text)
  const trusted = readAuthorizedKeys(contents(part('authorities')).join('\n'))
  const own = readAuthorizedKeys(contents(part('lines')).join('\n')).filter(({ options = '' }) =>
    /(?:^|,)cert-authority(?:,|$)/i.test(options),
  )
  const unread = part('authorities-unread').length > 0
  // A line may begin with options (sshd(8), AuthorizedPrincipalsFile); the name stands last.
  const names = contents(part('principals'))
    .map((line) => line.replace(/#.*$/, '').trim().split(/\s+/).at(-1) ?? '')
    .filter((name) => name !== '')
  const seen = contents(part('principals')).length > 0 && part('principals-unread').length === 0
  return {
    authorities: [...new Set([...trusted, ...own].map(({ blob }) => fingerprintOf(blob)))].slice(0, 100),
    ...(unread && { unread }),
    ...(seen && { principals: names.slice(0, 200).map((name) => visible(name, 100)) }),
  }
}

export default {
  id: 'certificate-rules',
  needs: 'shell',
  asks: 'whose certificates does sshd take, and for whom?',
  cost: { seconds: 0.2, connections: 0, load: 0.01 },
  buildsOn: ['sshd-effective', 'account'],
  applies: (facts, target) => userOf({ facts, target }) !== undefined,
  async run(context) {
    const [user, effective, account] = [userOf(context), await effectiveConfig(context), await accountOf(context)]
    if (user === undefined || !effective || effective.withoutMatch)
      throw new Unanswered('absent', 'it is not known what sshd makes of certificates')
    const { values } = effective
    const setting = (keyword: string) => {
      const value = values[keyword]?.[0]
      return value === undefined || value === 'none' || value === '' ? undefined : value
    }
    const who = { user, uid: account?.uid ?? -1, home: account?.home ?? '/nonexistent' }
    const from = setting('trustedusercakeys')
    const pattern = setting('authorizedprincipalsfile')
    const principalsFile = pattern === undefined ? undefined : keyFilePath(pattern, who)
    const files = (values['authorizedkeysfile'] ?? ['.ssh/authorized_keys'])
      .flatMap((value) => value.split(/\s+/))
      .flatMap((each) => keyFilePath(each, who) ?? [])
    const paths = [from ?? '', principalsFile ?? '', ...files.slice(0, 5)]
    const seen = readCertificateRules(await wholeAnswer(context, SCRIPT, paths, { sudo: true, timeoutMs: 20_000 }))
    return {
      ...seen,
      ...(from !== undefined && { from: visible(from, 300) }),
      ...(principalsFile !== undefined && { principalsFile: visible(principalsFile, 300) }),
      ...(setting('authorizedprincipalscommand') !== undefined && { asksProgram: true }),
    }
  },
} satisfies Probe<'certificate-rules'>
