import { defaultAlgorithms } from './default-algorithms.ts'
import { atLeast, hasDebianPatches, type Release, type Since } from '../openssh/release.ts'

/**
 * What `sshd -T` prints for an empty file, from 6.6 on: captured from Debian's 9.2 and 10.0; the other releases by servconf.c
 * fill_default_server_options, read release by release (openssh.md 6.4).
 */
const COMMON = `
addressfamily any
usepam no
logingracetime 120
x11displayoffset 10
maxauthtries 6
maxsessions 10
clientaliveinterval 0
clientalivecountmax 3
requiredrsasize 1024
streamlocalbindmask 0177
unusedconnectiontimeout none
permitrootlogin without-password
ignorerhosts yes
ignoreuserknownhosts no
hostbasedauthentication no
hostbasedusesnamefrompacketonly no
pubkeyauthentication yes
kerberosauthentication no
kerberosorlocalpasswd yes
kerberosticketcleanup yes
gssapiauthentication no
gssapicleanupcredentials yes
gssapistrictacceptorcheck yes
passwordauthentication yes
kbdinteractiveauthentication yes
printmotd yes
printlastlog yes
x11forwarding no
x11uselocalhost yes
permittty yes
permituserrc yes
strictmodes yes
tcpkeepalive yes
permitemptypasswords no
compression yes
gatewayports no
usedns no
allowtcpforwarding yes
allowagentforwarding yes
disableforwarding no
allowstreamlocalforwarding yes
streamlocalbindunlink no
fingerprinthash SHA256
exposeauthinfo no
modulifile /etc/ssh/moduli
xauthlocation /usr/bin/xauth
banner none
forcecommand none
chrootdirectory none
trustedusercakeys none
revokedkeys none
securitykeyprovider internal
authorizedprincipalsfile none
versionaddendum none
authorizedkeyscommand none
authorizedkeyscommanduser none
authorizedprincipalscommand none
authorizedprincipalscommanduser none
hostkeyagent none
loglevel INFO
syslogfacility AUTH
authenticationmethods any
maxstartups 10:30:100
persourcemaxstartups none
persourcenetblocksize 32:128
permittunnel no
rekeylimit 0 0
permitopen any
permitlisten any
permituserenvironment no
pubkeyauthoptions none
`

/** Lines that came, went or changed with a release; before it, what is named in `before`, or nothing. */
interface Change {
  keyword: string
  since: Since
  /** undefined: not printed from this release on. */
  value: string | undefined
  before?: string
  debian?: boolean
}

const PENALTIES = 'max:600 min:15 max-sources4:65536 max-sources6:65536 overflow:permissive overflow6:permissive'

const CHANGES: readonly Change[] = [
  { keyword: 'allowstreamlocalforwarding', since: [6, 7], value: 'yes' },
  { keyword: 'streamlocalbindunlink', since: [6, 7], value: 'no' },
  { keyword: 'streamlocalbindmask', since: [6, 7], value: '0177' },
  { keyword: 'permituserrc', since: [6, 7], value: 'yes' },
  { keyword: 'usedns', since: [6, 8], value: 'no', before: 'yes' },
  { keyword: 'fingerprinthash', since: [6, 8], value: 'SHA256' },
  { keyword: 'authorizedprincipalscommand', since: [6, 9], value: 'none' },
  { keyword: 'authorizedprincipalscommanduser', since: [6, 9], value: 'none' },
  { keyword: 'permitrootlogin', since: [7, 0], value: 'without-password', before: 'yes' },
  { keyword: 'protocol', since: [7, 4], value: undefined, before: '2' },
  { keyword: 'serverkeybits', since: [7, 4], value: undefined, before: '1024' },
  { keyword: 'keyregenerationinterval', since: [7, 4], value: undefined, before: '3600' },
  { keyword: 'rhostsrsaauthentication', since: [7, 4], value: undefined, before: 'no' },
  { keyword: 'rsaauthentication', since: [7, 4], value: undefined, before: 'yes' },
  { keyword: 'uselogin', since: [7, 4], value: undefined, before: 'no' },
  { keyword: 'useprivilegeseparation', since: [7, 2], value: 'sandbox', before: 'yes' },
  { keyword: 'useprivilegeseparation', since: [7, 5], value: undefined },
  // multistate_compression: `yes` was at once up to 7.3, and is `delayed` since.
  { keyword: 'compression', since: [7, 4], value: 'yes', before: 'delayed' },
  { keyword: 'gssapistrictacceptorcheck', since: [7, 5], value: 'yes', before: 'no' },
  { keyword: 'disableforwarding', since: [7, 4], value: 'no' },
  { keyword: 'exposeauthinfo', since: [7, 6], value: 'no' },
  { keyword: 'permitlisten', since: [7, 8], value: 'any' },
  { keyword: 'pubkeyauthoptions', since: [8, 2], value: 'none' },
  { keyword: 'securitykeyprovider', since: [8, 2], value: 'internal' },
  { keyword: 'persourcemaxstartups', since: [8, 5], value: 'none' },
  { keyword: 'persourcenetblocksize', since: [8, 5], value: '32:128' },
  { keyword: 'modulifile', since: [8, 6], value: '/etc/ssh/moduli' },
  { keyword: 'challengeresponseauthentication', since: [8, 7], value: undefined, before: 'yes' },
  { keyword: 'requiredrsasize', since: [9, 1], value: '1024' },
  { keyword: 'unusedconnectiontimeout', since: [9, 2], value: 'none' },
  // dump_cfg_strarray_oneline prints the empty list from 9.3 on.
  { keyword: 'channeltimeout', since: [9, 3], value: 'none' },
  { keyword: 'pamservicename', since: [9, 8], value: 'sshd' },
  { keyword: 'sshdsessionpath', since: [9, 8], value: '/usr/lib/openssh/sshd-session' },
  { keyword: 'persourcepenaltyexemptlist', since: [9, 8], value: 'none' },
  // 9.8's grace-exceeded: servconf.c PER_SOURCE_PENALTY defaults as sshd_config(5) of 9.8 has them (openssh.md 2.2).
  {
    keyword: 'persourcepenalties',
    since: [9, 8],
    value: `crash:90 authfail:5 noauth:1 grace-exceeded:20 ${PENALTIES}`,
  },
  {
    keyword: 'persourcepenalties',
    since: [9, 9],
    value: `crash:90 authfail:5 noauth:1 grace-exceeded:10 refuseconnection:10 ${PENALTIES}`,
  },
  { keyword: 'refuseconnection', since: [9, 9], value: 'no' },
  { keyword: 'sshdauthpath', since: [10, 0], value: '/usr/lib/openssh/sshd-auth' },
  // Debian prints DebianBanner since it reads it in the new way; 9.2 reads it and does not print it.
  { keyword: 'debianbanner', since: [9, 5], value: 'yes', debian: true },
  // Floats and invaliduser: openssh.md 2.2.
  {
    keyword: 'persourcepenalties',
    since: [10, 3],
    value:
      'crash:90.000000 authfail:5.000000 noauth:1.000000 invaliduser:5.000000 grace-exceeded:10.000000 ' +
      'refuseconnection:10.000000 max:600.000000 min:15.000000 max-sources4:65536 max-sources6:65536 ' +
      'overflow:permissive overflow6:permissive',
  },
  { keyword: 'gssapidelegatecredentials', since: [10, 3], value: 'yes' },
]

/** A DSA key is loaded up to 7.6 (servconf.c, 88c50a5ae). */
const hostKeys = (release: Release): string[] =>
  ['rsa', ...(atLeast(release, [7, 7]) ? [] : ['dsa']), 'ecdsa', 'ed25519'].map(
    (type) => `/etc/ssh/ssh_host_${type}_key`,
  )

/** Lower-case keyword → values, in the order of `sshd -T` as far as anybody relies on it. */
export function defaultsOf(release: Release): Record<string, string[]> {
  const debian = hasDebianPatches(release)
  const out: Record<string, string[]> = { port: ['22'] }
  for (const line of COMMON.trim().split('\n')) {
    const space = line.indexOf(' ')
    out[line.slice(0, space)] = [line.slice(space + 1)]
  }
  const touched = new Map<string, string | undefined>()
  for (const { keyword, since, value, before, debian: only } of CHANGES) {
    if (only && !debian) continue
    if (atLeast(release, since)) touched.set(keyword, value)
    else if (!touched.has(keyword)) touched.set(keyword, before)
  }
  for (const [keyword, value] of touched) {
    if (value === undefined) delete out[keyword]
    else out[keyword] = [value]
  }
  out['pidfile'] = [debian ? '/run/sshd.pid' : '/var/run/sshd.pid']
  if (release.distribution !== undefined) {
    out['gssapikeyexchange'] = ['no']
    out['gssapistorecredentialsonrekey'] = ['no']
    out['gssapikexalgorithms'] = [atLeast(release, [8, 4]) ? GSS_KEX : 'gss-gex-sha1-,gss-group14-sha1-']
  }
  if (!atLeast(release, [8, 3]) && atLeast(release, [7, 7])) out['rdomain'] = ['none']
  if (release.distribution === 'redhat') {
    for (const keyword of ['gssapienablek5users', 'kerberosuniqueccache']) out[keyword] = ['no']
    out['kerberosusekuserok'] = ['yes']
    out['x11maxdisplays'] = ['1000']
    if (atLeast(release, [8, 7])) out['requiredrsasize'] ??= ['1024']
  }
  out['ipqos'] = [ipqos(release)]
  for (const [keyword, list] of Object.entries(defaultAlgorithms(release))) out[keyword] = [list]
  out['authorizedkeysfile'] = ['.ssh/authorized_keys .ssh/authorized_keys2']
  out['hostkey'] = hostKeys(release)
  return out
}

/** kexgssc of Debian's GSSAPI patch; also every name GSSAPIKexAlgorithms takes, with gss-group1-sha1-. */
const GSS_KEX =
  'gss-group14-sha256-,gss-group16-sha512-,gss-nistp256-sha256-,gss-curve25519-sha256-,gss-group14-sha1-,gss-gex-sha1-'
export const GSS_KEX_NAMES: readonly string[] = [...GSS_KEX.split(','), 'gss-group1-sha1-']

/** Upstream: lowdelay throughput up to 7.7, af21 cs1 from 7.8, EF and the system's own from 10.1. Debian keeps its own. */
function ipqos(release: Release): string {
  if (atLeast(release, [10, 1])) return 'ef none'
  if (hasDebianPatches(release)) return atLeast(release, [10, 0]) ? 'ef cs1' : 'lowdelay throughput'
  return atLeast(release, [7, 8]) ? 'af21 cs1' : 'lowdelay throughput'
}
