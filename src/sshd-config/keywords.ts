import { atLeast, type Distribution, type Release, type Since } from '../openssh/release.ts'

/**
 * The keyword table of servconf.c by release, from 6.6 on: upstream's tables were read release by release, and 9.2 and 10.0 asked
 * keyword by keyword on Debian's builds (openssh.md 6.4). What Red Hat's builds know beside (openssh-8.7p1 of
 * RHEL 9 and its patches) nobody asked here.
 */

export interface Keyword {
  /** As `sshd -T` prints it. */
  name: string
  /** Which reading of readings.ts. */
  kind: string
  /** It may stand in a Match block. */
  inMatch: boolean
  status: 'known' | 'deprecated' | 'ignored' | 'unsupported'
}

interface Row {
  kind: string
  inMatch: boolean
  since?: Since
  /** From this release on it is another row, or nothing. */
  until?: Since
  matchSince?: Since
  /** Only builds with their patches know it. */
  builds?: readonly Distribution[]
  /** Red Hat's knew it earlier. */
  redhatSince?: Since
}

const G = (kind: string, since?: Since): Row => ({ kind, inMatch: false, ...(since && { since }) })
const M = (kind: string, since?: Since): Row => ({ kind, inMatch: true, ...(since && { since }) })

/** What the first protocol and the time before privilege separation needed, and no release from 7.4 or 7.5 on reads. */
const gone = (kind: string, until: Since, inMatch = false): Row => ({ kind, inMatch, until })

/** Builds whose patches are Debian's. */
const DEBIAN_PATCHES: readonly Distribution[] = ['debian', 'ubuntu']

/** The patch that exchanges keys by GSSAPI, which all of them carry. */
const GSSAPI_PATCH: readonly Distribution[] = [...DEBIAN_PATCHES, 'redhat']

const ROWS: Readonly<Record<string, Row>> = {
  usepam: G('flag'),
  pamservicename: M('pam-service', [9, 8]),
  port: G('port'),
  hostkey: G('host-key'),
  hostkeyagent: G('agent'),
  pidfile: G('file'),
  modulifile: G('file', [8, 6]),
  logingracetime: G('time'),
  permitrootlogin: M('root-login'),
  syslogfacility: G('facility'),
  loglevel: { ...G('level'), matchSince: [7, 6] },
  logverbose: M('log-verbose', [8, 5]),
  hostbasedauthentication: M('flag'),
  hostbasedusesnamefrompacketonly: M('flag'),
  hostbasedacceptedalgorithms: M('key-algorithms', [6, 8]),
  hostkeyalgorithms: G('key-algorithms', [7, 0]),
  pubkeyauthentication: M('flag'),
  pubkeyacceptedalgorithms: M('key-algorithms', [6, 8]),
  pubkeyauthoptions: M('pubkey-options', [8, 2]),
  kerberosauthentication: M('flag'),
  kerberosorlocalpasswd: G('flag'),
  kerberosticketcleanup: G('flag'),
  gssapiauthentication: M('flag'),
  gssapicleanupcredentials: G('flag'),
  gssapidelegatecredentials: G('flag', [10, 3]),
  gssapistrictacceptorcheck: G('flag'),
  gssapikeyexchange: { kind: 'flag', inMatch: false, builds: GSSAPI_PATCH },
  gssapistorecredentialsonrekey: { kind: 'flag', inMatch: false, builds: GSSAPI_PATCH },
  gssapikexalgorithms: { kind: 'gss-kex', inMatch: false, builds: GSSAPI_PATCH },
  gssapienablek5users: { kind: 'flag', inMatch: true, builds: ['redhat'] },
  kerberosusekuserok: { kind: 'flag', inMatch: true, builds: ['redhat'] },
  kerberosuniqueccache: { kind: 'flag', inMatch: false, builds: ['redhat'] },
  x11maxdisplays: { kind: 'integer', inMatch: true, builds: ['redhat'] },
  passwordauthentication: M('flag'),
  kbdinteractiveauthentication: M('flag'),
  listenaddress: G('listen'),
  addressfamily: G('family'),
  printmotd: G('flag'),
  printlastlog: G('flag'),
  ignorerhosts: { kind: 'rhosts', inMatch: false, matchSince: [8, 3] },
  ignoreuserknownhosts: G('flag'),
  x11forwarding: M('flag'),
  x11displayoffset: M('integer'),
  x11uselocalhost: M('flag'),
  xauthlocation: G('file'),
  strictmodes: G('flag'),
  permitemptypasswords: M('flag'),
  permituserenvironment: G('user-environment'),
  compression: G('compression'),
  rekeylimit: M('rekey'),
  tcpkeepalive: G('flag'),
  allowtcpforwarding: M('forwarding'),
  allowagentforwarding: M('flag'),
  allowusers: M('users'),
  denyusers: M('users'),
  allowgroups: M('groups'),
  denygroups: M('groups'),
  ciphers: G('ciphers'),
  macs: G('macs'),
  kexalgorithms: G('kex'),
  gatewayports: M('gateway'),
  subsystem: { kind: 'subsystem', inMatch: false, matchSince: [9, 5] },
  maxstartups: G('max-startups'),
  persourcemaxstartups: G('source-startups', [8, 5]),
  persourcenetblocksize: G('netblock', [8, 5]),
  persourcepenaltyexemptlist: G('exempt', [9, 8]),
  persourcepenalties: G('penalties', [9, 8]),
  maxauthtries: M('integer'),
  maxsessions: M('integer'),
  banner: M('file'),
  usedns: G('flag'),
  clientaliveinterval: { ...G('time'), matchSince: [7, 4] },
  clientalivecountmax: { ...G('integer'), matchSince: [7, 4] },
  authorizedkeysfile: M('key-files'),
  acceptenv: M('accept-env'),
  setenv: M('set-env', [7, 8]),
  permittunnel: M('tunnel'),
  permittty: M('flag'),
  permituserrc: M('flag', [6, 7]),
  match: M('match'),
  include: { ...M('include', [8, 2]), redhatSince: [8, 0] },
  permitopen: M('permit'),
  permitlisten: M('permit', [7, 8]),
  forcecommand: M('rest'),
  chrootdirectory: M('word'),
  hostcertificate: G('host-certificate'),
  revokedkeys: M('file'),
  trustedusercakeys: M('file'),
  authorizedprincipalsfile: M('tilde-file'),
  ipqos: M('qos'),
  authorizedkeyscommand: M('command'),
  authorizedkeyscommanduser: M('command-user'),
  authorizedprincipalscommand: M('command', [6, 9]),
  authorizedprincipalscommanduser: M('command-user', [6, 9]),
  versionaddendum: G('addendum'),
  authenticationmethods: M('methods'),
  streamlocalbindmask: M('mask', [6, 7]),
  streamlocalbindunlink: M('flag', [6, 7]),
  allowstreamlocalforwarding: M('forwarding', [6, 7]),
  fingerprinthash: G('digest', [6, 8]),
  disableforwarding: M('flag', [7, 4]),
  exposeauthinfo: M('flag', [7, 6]),
  rdomain: M('rdomain', [7, 7]),
  casignaturealgorithms: M('ca-algorithms', [7, 9]),
  securitykeyprovider: G('provider', [8, 2]),
  requiredrsasize: { ...M('integer', [9, 1]), redhatSince: [8, 7] },
  channeltimeout: M('channel-timeout', [9, 2]),
  unusedconnectiontimeout: M('unused-timeout', [9, 2]),
  debianbanner: { kind: 'flag', inMatch: false, builds: DEBIAN_PATCHES },
  sshdsessionpath: G('file', [9, 8]),
  sshdauthpath: G('file', [10, 0]),
  refuseconnection: M('flag', [9, 9]),
  protocol: gone('protocol', [7, 4]),
  serverkeybits: gone('integer', [7, 4]),
  keyregenerationinterval: gone('time', [7, 4]),
  rhostsrsaauthentication: gone('flag', [7, 4], true),
  rsaauthentication: gone('flag', [7, 4], true),
  uselogin: gone('flag', [7, 4]),
  useprivilegeseparation: gone('privsep', [7, 5]),
}

/** Other names of the same keyword. `inMatch`: where it differs from the keyword's own. */
const ALIASES: Readonly<Record<string, { name: string; inMatch?: boolean; builds?: readonly Distribution[] }>> = {
  hostdsakey: { name: 'hostkey' },
  hostbasedacceptedkeytypes: { name: 'hostbasedacceptedalgorithms' },
  pubkeyacceptedkeytypes: { name: 'pubkeyacceptedalgorithms' },
  dsaauthentication: { name: 'pubkeyauthentication', inMatch: false },
  gssapicleanupcreds: { name: 'gssapicleanupcredentials', builds: GSSAPI_PATCH },
  rsaminsize: { name: 'requiredrsasize', builds: ['redhat'] },
  challengeresponseauthentication: { name: 'kbdinteractiveauthentication' },
  skeyauthentication: { name: 'kbdinteractiveauthentication' },
  keepalive: { name: 'tcpkeepalive' },
}

/** Names that came later for what already was: before, only the alias was known. */
const RENAMED: Readonly<Record<string, Since>> = {
  hostbasedacceptedalgorithms: [8, 5],
  pubkeyacceptedalgorithms: [8, 5],
}

interface Gone {
  status: 'deprecated' | 'ignored' | 'unsupported'
  inMatch?: boolean
  since?: Since
  builds?: readonly Distribution[]
}

const GONE: Readonly<Record<string, Gone>> = {
  pamauthenticationviakbdint: { status: 'deprecated' },
  serverkeybits: { status: 'deprecated', since: [7, 4] },
  keyregenerationinterval: { status: 'deprecated', since: [7, 4] },
  rhostsauthentication: { status: 'deprecated' },
  rhostsrsaauthentication: { status: 'deprecated', inMatch: true, since: [7, 4] },
  rsaauthentication: { status: 'deprecated', inMatch: true, since: [7, 4] },
  checkmail: { status: 'deprecated' },
  uselogin: { status: 'deprecated', since: [7, 4] },
  verifyreversemapping: { status: 'deprecated' },
  reversemappingcheck: { status: 'deprecated' },
  authorizedkeysfile2: { status: 'deprecated', inMatch: true },
  useprivilegeseparation: { status: 'deprecated', since: [7, 5] },
  permitblacklistedkeys: { status: 'deprecated', builds: DEBIAN_PATCHES },
  protocol: { status: 'ignored', since: [7, 4] },
  kerberosgetafstoken: { status: 'unsupported' },
  kerberostgtpassing: { status: 'unsupported' },
  afstokenpassing: { status: 'unsupported' },
  gssusesessionccache: { status: 'unsupported', builds: GSSAPI_PATCH },
  gssapiusesessioncredcache: { status: 'unsupported', builds: GSSAPI_PATCH },
}

/** What sshd of this release makes of a word at the start of a line; undefined: `Bad configuration option`. */
export function keywordOf(written: string, release: Release): Keyword | undefined {
  const word = written.replace(/[A-Z]/g, (c) => c.toLowerCase())
  const built = ({ builds }: { builds?: readonly Distribution[] }) =>
    !builds || (release.distribution !== undefined && builds.includes(release.distribution))
  const gone = own(GONE, word)
  if (gone && (!gone.since || atLeast(release, gone.since)) && built(gone)) {
    return { name: word, kind: gone.status, inMatch: gone.inMatch ?? false, status: gone.status }
  }
  const alias = own(ALIASES, word)
  if (alias && built(alias)) {
    const row = ROWS[alias.name]!
    if (row.redhatSince && !keywordOf(alias.name, release)) return undefined
    const renamed = own(RENAMED, alias.name)
    if (renamed && row.since && !atLeast(release, row.since)) return undefined
    if (renamed && !atLeast(release, renamed))
      return { name: word, kind: row.kind, inMatch: row.inMatch, status: 'known' }
    // A keyword of its own, for the whole server only, up to 8.6.
    if (alias.name === 'kbdinteractiveauthentication' && !atLeast(release, [8, 7])) {
      if (word === 'skeyauthentication' && atLeast(release, [7, 8])) {
        return { name: word, kind: 'deprecated', inMatch: false, status: 'deprecated' }
      }
      return { name: 'challengeresponseauthentication', kind: 'flag', inMatch: false, status: 'known' }
    }
    return { name: alias.name, kind: row.kind, inMatch: alias.inMatch ?? row.inMatch, status: 'known' }
  }
  const row = own(ROWS, word)
  if (!row || !built(row)) return undefined
  const since = release.distribution === 'redhat' && row.redhatSince ? row.redhatSince : row.since
  if (since && !atLeast(release, since)) return undefined
  if (row.until && atLeast(release, row.until)) return undefined
  const renamed = own(RENAMED, word)
  if (renamed && !atLeast(release, renamed)) return undefined
  const inMatch = row.inMatch || (row.matchSince !== undefined && atLeast(release, row.matchSince))
  return { name: word, kind: row.kind, inMatch, status: 'known' }
}

function own<V>(table: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** The release a keyword came with, where this program knows it; undefined also for what no release knows. */
export function introducedIn(written: string): Since | undefined {
  const row = own(ROWS, written.toLowerCase())
  return own(RENAMED, written.toLowerCase()) ?? row?.since
}

/** Every word any release knows, in lower case: for suggestions. */
export const ALL_KEYWORDS: readonly string[] = [...Object.keys(ROWS), ...Object.keys(ALIASES), ...Object.keys(GONE)]
