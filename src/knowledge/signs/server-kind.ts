import { known } from '../../core/probe.ts'
import { clientLogs } from '../../core/seen.ts'
import type { FactSheet, Sign } from '../../core/types.ts'
import { parseIdentification } from '../../openssh/identification.ts'
import { contacts, isOurOwnName } from './attempts.ts'

const GIT_HOSTS = new Set(['GitHub', 'GitLab', 'Gerrit'])
/** Products that are an operating system of their own: nobody edits an sshd_config there. */
const APPLIANCES = new Set([
  'Cisco',
  'MikroTik',
  'Huawei',
  'Comware',
  'RomSShell',
  'HPE iLO',
  'Mocana',
  'NetScreen',
  'AWS Transfer',
])
const BY_PRODUCT: Readonly<Record<string, (typeof KINDS)[number]>> = {
  dropbear: 'dropbear',
  TinySSH: 'tinyssh',
  ProFTPD: 'proftpd',
}
const KINDS = [
  'openssh',
  'openssh-windows',
  'dropbear',
  'tinyssh',
  'proftpd',
  'git-host',
  'appliance',
  'other',
] as const

/** The server's own name for itself, wherever it was heard first. */
function nameOf(facts: FactSheet): string | undefined {
  const heard = contacts(facts).find((c) => c.identification !== undefined && !isOurOwnName(c.identification))
  return (
    heard?.identification ??
    known(facts, 'contact-other-source')?.contacts.find((c) => c.identification !== undefined)?.identification ??
    clientLogs(facts).find((log) => log.server !== undefined)?.server
  )
}

/** Which server it is, by its identification: what holds for OpenSSH alone is not said of others. */
export const serverKind = {
  id: 'server-kind',
  stage: 'banner',
  beside: true,
  // A laboratory has the servers that it has.
  uncounted: true,
  usual: { openssh: 0.93, 'openssh-windows': 0.01, dropbear: 0.02, 'git-host': 0.02 },
  passes: 'openssh',
  shuts: false,
  values: KINDS,
  from: ['contact', 'contact-again', 'contact-other-source', 'login', 'client-text'],
  read(facts) {
    const named = parseIdentification(nameOf(facts) ?? '')
    if (!named) return undefined
    if (named.packager === 'Windows') return 'openssh-windows'
    const { product } = named
    if (product === undefined) return 'other'
    if (product === 'OpenSSH') return 'openssh'
    if (GIT_HOSTS.has(product)) return 'git-host'
    return APPLIANCES.has(product) ? 'appliance' : (BY_PRODUCT[product] ?? 'other')
  },
  says: {
    openssh: 'the server is OpenSSH',
    'openssh-windows': 'the server is OpenSSH for Windows',
    dropbear: 'the server is dropbear, not OpenSSH',
    tinyssh: 'the server is tinysshd, not OpenSSH',
    proftpd: "the server is ProFTPD's mod_sftp, not OpenSSH",
    'git-host': 'the server is that of a git host',
    appliance: 'the server is an appliance, which has a server of its own',
    other: 'the server is not OpenSSH',
  },
} satisfies Sign<(typeof KINDS)[number]>
