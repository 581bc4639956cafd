import { known } from '../../../core/probe.ts'
import type { Facts, FactSheet, Sign } from '../../../core/types.ts'
import { matchHostAndAddress } from '../../../openssh/host-patterns.ts'
import { NEWEST } from '../../../openssh/release.ts'

const RULES = ['trusted', 'no-authority', 'authority-unknown', 'principal-missing', 'source-barred'] as const
type Reading = (typeof RULES)[number]
type File = Facts['certificates']['files'][number]

function readingOf(
  file: File,
  rules: Facts['certificate-rules'],
  who: { user?: string; address?: string },
): Reading | undefined {
  if (rules.authorities.length === 0) return rules.unread ? undefined : 'no-authority'
  if (!rules.authorities.includes(file.authority)) return rules.unread ? undefined : 'authority-unknown'
  const { principals, principalsFile, asksProgram } = rules
  const wanted = principalsFile === undefined ? (who.user === undefined ? undefined : [who.user]) : principals
  if (wanted === undefined || asksProgram) return undefined
  if (!file.principals.some((name) => wanted.includes(name))) return 'principal-missing'
  const { address } = who
  const named =
    file.sources && address !== undefined ? matchHostAndAddress({ address }, file.sources.join(','), NEWEST) : true
  return named === false ? 'source-barred' : 'trusted'
}

/** Of several certificates the one that comes furthest. */
function best(facts: FactSheet): { file: File; reading: Reading } | undefined {
  const rules = known(facts, 'certificate-rules')
  const config = known(facts, 'ssh-config')
  const address = known(facts, 'inside-session')?.clientAddress
  const who = { ...(config?.user !== undefined && { user: config.user }), ...(address !== undefined && { address }) }
  const read = (known(facts, 'certificates')?.files ?? []).flatMap((file) => {
    const reading = rules && readingOf(file, rules, who)
    return reading === undefined ? [] : [{ file, reading }]
  })
  const order: readonly Reading[] = [
    'trusted',
    'source-barred',
    'principal-missing',
    'authority-unknown',
    'no-authority',
  ]
  return order.flatMap((reading) => read.find((one) => one.reading === reading) ?? [])[0]
}

export const certificateRules = {
  id: 'certificate-rules',
  stage: 'auth',
  beside: true,
  // Most servers take no certificates at all; then one that somebody has is for others.
  usual: {
    trusted: 0.61,
    'no-authority': 0.36,
    'authority-unknown': 0.01,
    'principal-missing': 0.015,
    'source-barred': 0.005,
  },
  passes: 'trusted',
  // A key without a certificate opens as well.
  shuts: false,
  values: RULES,
  from: ['certificates', 'certificate-rules', 'ssh-config', 'inside-session'],
  read: (facts) => best(facts)?.reading,
  says: {
    trusted: 'sshd trusts the authority of your certificate, and takes it for this user',
    'no-authority': 'sshd takes no certificates',
    'authority-unknown': 'sshd trusts other authorities than the one that signed your certificate',
    'principal-missing': 'your certificate names nobody whom sshd takes for this user',
    'source-barred': 'your certificate is bound to other addresses than yours',
  },
  detail(facts) {
    const { file, reading } = best(facts) ?? {}
    const rules = known(facts, 'certificate-rules')
    if (!file || !rules) return undefined
    switch (reading) {
      case 'authority-unknown':
        return `${file.authority} is not in ${rules.from ?? 'authorized_keys'}`
      case 'principal-missing':
        return rules.principalsFile === undefined
          ? `it is for ${file.principals.slice(0, 5).join(', ') || 'nobody'}`
          : `${rules.principalsFile} has ${rules.principals?.slice(0, 5).join(', ') || 'no names'}`
      case 'source-barred':
        return file.sources?.join(',')
      default:
        return undefined
    }
  },
} satisfies Sign<Reading>
