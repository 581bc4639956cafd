import { serverName } from '../core/server-name.ts'
import type { FactSheet } from '../core/types.ts'
import { parseIdentification } from './identification.ts'

/** Servers that differ in what they can do, in what they refuse, and in where they keep it. */
export const SERVER_KINDS = [
  'openssh',
  'openssh-windows',
  'dropbear',
  'tinyssh',
  'proftpd',
  'git-host',
  'appliance',
  'other',
] as const
export type ServerKind = (typeof SERVER_KINDS)[number]

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
const BY_PRODUCT: Readonly<Record<string, ServerKind>> = {
  OpenSSH: 'openssh',
  dropbear: 'dropbear',
  TinySSH: 'tinyssh',
  ProFTPD: 'proftpd',
}

/** Which server has this identification; undefined where it is none. */
export function kindOfServer(identification: string): ServerKind | undefined {
  const named = parseIdentification(identification)
  if (!named) return undefined
  const { product, packager } = named
  if (packager === 'Windows') return 'openssh-windows'
  if (product === undefined) return 'other'
  if (GIT_HOSTS.has(product)) return 'git-host'
  return APPLIANCES.has(product) ? 'appliance' : (BY_PRODUCT[product] ?? 'other')
}

/** Which server it is, as far as it was heard; undefined where it never said. */
export const serverKindOf = (facts: FactSheet): ServerKind | undefined => kindOfServer(serverName(facts) ?? '')
