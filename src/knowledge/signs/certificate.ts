import { known } from '../../core/probe.ts'
import type { Facts, FactSheet, Sign } from '../../core/types.ts'

const CERTIFICATE = ['none', 'in-order', 'other-users', 'expired', 'not-yet'] as const
type Reading = (typeof CERTIFICATE)[number]
type File = Facts['certificates']['files'][number]

function readingOf(file: File, at: number, user: string | undefined): Reading {
  if (file.validBefore !== undefined && at >= file.validBefore) return 'expired'
  if (at < file.validAfter) return 'not-yet'
  // Where the server maps principals to users (AuthorizedPrincipalsFile), other names are as good; only it knows.
  return user === undefined || file.principals.includes(user) ? 'in-order' : 'other-users'
}

/** Of several certificates the one that promises most. */
function best(facts: FactSheet): { file: File; reading: Reading } | undefined {
  const fact = known(facts, 'certificates')
  const user = known(facts, 'ssh-config')?.user
  const read = (fact?.files ?? []).map((file) => ({ file, reading: readingOf(file, fact!.at, user) }))
  return CERTIFICATE.flatMap((reading) => read.find((one) => one.reading === reading) ?? [])[0]
}

const day = (seconds: number): string =>
  new Date(Math.min(seconds, 8e12) * 1000).toISOString().slice(0, 16).replace('T', ' ')

export const certificate = {
  id: 'certificate',
  stage: 'client',
  beside: true,
  uncounted: true,
  usual: { none: 0.93, 'in-order': 0.06, 'other-users': 0.007 },
  passes: 'in-order',
  // A key without a certificate opens as well.
  shuts: false,
  values: CERTIFICATE,
  from: ['certificates', 'ssh-config'],
  read(facts) {
    const fact = known(facts, 'certificates')
    return fact && (best(facts)?.reading ?? 'none')
  },
  says: {
    none: 'you have no certificate',
    'in-order': 'your certificate is for this user and within its dates',
    'other-users': 'your certificate does not name the user you log in as',
    expired: 'your certificate has expired',
    'not-yet': 'your certificate is not valid yet, by the clock of this machine',
  },
  detail(facts) {
    const { file, reading } = best(facts) ?? {}
    if (!file || !reading) return undefined
    if (reading === 'expired') return `${file.path} ended at ${day(file.validBefore ?? 0)} UTC`
    if (reading === 'not-yet') return `${file.path} begins at ${day(file.validAfter)} UTC`
    return `${file.path} is for ${file.principals.slice(0, 5).join(', ') || 'nobody'}`
  },
} satisfies Sign<Reading>
