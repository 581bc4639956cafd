import { ALL_KEYWORDS } from './keywords.ts'

/**
 * What a file is whose name says nothing. `server`: some line is sshd's, also one that is commented out or misspelt by a letter;
 * `client`: ssh_config(5), with words of it that no sshd knows; `empty`: nothing but blanks; `binary`: no text; `other`: text of some
 * other kind.
 */
export type ConfigKind =
  | { kind: 'server' }
  | { kind: 'client'; words: readonly string[] }
  | { kind: 'empty' | 'binary' | 'other' }

/** readconf.c keywords[], 6.6 to 10.2, without those that sshd has as well; and two that patches of Debian and Apple add. */
const CLIENT_WORDS: ReadonlySet<string> = new Set(
  `addkeystoagent batchmode bindaddress bindinterface canonicaldomains canonicalizefallbacklocal canonicalizehostname
  canonicalizemaxdots canonicalizepermittedcnames certificatefile checkhostip cipher clearallforwardings
  compressionlevel connectionattempts connecttimeout controlmaster controlpath controlpersist dynamicforward
  enableescapecommandline enablesshkeysign escapechar exitonforwardfailure fallbacktorsh forkafterauthentication
  forwardagent forwardx11 forwardx11timeout forwardx11trusted globalknownhostsfile globalknownhostsfile2
  hashknownhosts host hostbasedkeytypes hostkeyalias hostname identitiesonly identityagent identityfile identityfile2
  ignoreunknown kbdinteractivedevices knownhostscommand localcommand localforward nohostauthenticationforlocalhost
  numberofpasswordprompts obscurekeystroketiming permitlocalcommand permitremoteopen pkcs11provider
  preferredauthentications proxycommand proxyjump proxyusefdpass remotecommand remoteforward requesttty
  revokedhostkeys sendenv serveralivecountmax serveraliveinterval sessiontype smartcarddevice stdinnull
  stricthostkeychecking tag tisauthentication tunnel tunneldevice updatehostkeys useprivilegedport user
  userknownhostsfile userknownhostsfile2 useroaming usersh verifyhostkeydns visualhostkey warnweakcrypto
  gssapitrustdns usekeychain`.split(/\s+/),
)

const SERVER_WORDS: ReadonlySet<string> = new Set(ALL_KEYWORDS)

/** Words that stand in both kinds of file and tell neither from the other. */
const SHARED: ReadonlySet<string> = new Set(
  `addressfamily afstokenpassing casignaturealgorithms challengeresponseauthentication channeltimeout ciphers compression
  dsaauthentication fingerprinthash gatewayports gssapiauthentication gssapidelegatecredentials gssapikeyexchange gssapikexalgorithms
  hostbasedacceptedalgorithms hostbasedacceptedkeytypes hostbasedauthentication hostkeyalgorithms include ipqos
  kbdinteractiveauthentication keepalive kerberosauthentication kerberostgtpassing kexalgorithms loglevel logverbose macs match
  passwordauthentication port protocol pubkeyacceptedalgorithms pubkeyacceptedkeytypes pubkeyauthentication rekeylimit
  requiredrsasize rhostsauthentication rhostsrsaauthentication rsaauthentication securitykeyprovider setenv skeyauthentication
  streamlocalbindmask streamlocalbindunlink syslogfacility tcpkeepalive uselogin versionaddendum xauthlocation`.split(
    /\s+/,
  ),
)

/** How much of a file tells what it is. */
const LOOKED_AT = 200_000

export function recogniseConfig(whole: string): ConfigKind {
  const text = whole.slice(0, LOOKED_AT)
  if (text.trim() === '') return { kind: 'empty' }
  const written = firstWords(text, /^[ \t]*"?([A-Za-z][A-Za-z0-9]*)/gm)
  const commented = firstWords(text, /^[ \t]*#+[ \t]*([A-Za-z][A-Za-z0-9]*)(?=[ \t=]\S)/gm)
  // In comments people write sentences: `host` and `user` are words of English, too.
  for (const [words, more] of [
    [written, 0],
    [commented, 2],
  ] as const) {
    const client = words.filter((word) => CLIENT_WORDS.has(word.toLowerCase()))
    const server = words.filter((word) => SERVER_WORDS.has(word.toLowerCase()) && !SHARED.has(word.toLowerCase()))
    if (client.length > server.length + more) return { kind: 'client', words: [...new Set(client)].slice(0, 3) }
    if (server.length > 0) return { kind: 'server' }
  }
  if ([...written, ...commented].some((word) => SHARED.has(word.toLowerCase()))) return { kind: 'server' }
  if ([...new Set(written)].slice(0, 100).some(nearlyKnown)) return { kind: 'server' }
  // oxlint-disable-next-line no-control-regex -- what no text has
  const odd = text.match(/[\0-\x08\x0e-\x1f\uFFFD]/g)?.length ?? 0
  return { kind: odd * 10 > text.length ? 'binary' : 'other' }
}

const firstWords = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, word]) => word!)

/** A keyword with a letter too many, too few, or two changed about; or with its value stuck to it. */
function nearlyKnown(word: string): boolean {
  const lower = word.toLowerCase()
  if (lower.length < 6) return false
  const letters = (text: string) => text.split('').toSorted().join('')
  const sorted = letters(lower)
  return ALL_KEYWORDS.some(
    (keyword) =>
      (keyword.length > 5 && lower.startsWith(keyword)) ||
      (Math.abs(keyword.length - lower.length) <= 1 && (letters(keyword) === sorted || oneSlip(lower, keyword))),
  )
}

/** One letter added, left out or written for another. */
function oneSlip(a: string, b: string): boolean {
  let [from, back] = [0, 0]
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back++
  return Math.max(a.length, b.length) - from - back <= 1
}
