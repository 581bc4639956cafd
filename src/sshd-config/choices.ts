/** Words an argument may be, and how `sshd -T` prints them (servconf.c multistate tables, log.c, digest-openssl.c). */

/** Written, in lower case → printed. */
export type Choice = Readonly<Record<string, string>>

const same = (...words: readonly string[]): Choice => Object.fromEntries(words.map((word) => [word, word]))

export const CHOICES: Readonly<Record<string, Choice>> = {
  flag: same('yes', 'no'),
  family: same('inet', 'inet6', 'any'),
  'root-login': {
    ...same('yes', 'no', 'forced-commands-only', 'without-password'),
    'prohibit-password': 'without-password',
  },
  rhosts: same('yes', 'no', 'shosts-only'),
  compression: { yes: 'yes', delayed: 'yes', no: 'no' },
  // servconf.c multistate_privsep, up to 7.4; nosandbox is what yes prints as.
  privsep: { yes: 'yes', sandbox: 'sandbox', nosandbox: 'yes', no: 'no' },
  gateway: same('clientspecified', 'yes', 'no'),
  forwarding: { ...same('yes', 'no', 'remote', 'local'), all: 'yes' },
}

const printed = (words: string): Choice => Object.fromEntries(words.split(' ').map((w) => [w.toLowerCase(), w]))

export const FACILITIES: Choice = printed(
  'DAEMON USER AUTH AUTHPRIV LOCAL0 LOCAL1 LOCAL2 LOCAL3 LOCAL4 LOCAL5 LOCAL6 LOCAL7',
)

export const LEVELS: Choice = {
  ...printed('SILENT FATAL ERROR INFO VERBOSE DEBUG DEBUG2 DEBUG3'),
  quiet: 'SILENT',
  debug1: 'DEBUG',
}

export const DIGESTS: Choice = printed('MD5 SHA1 SHA256 SHA384 SHA512')

/** misc.c ipqos table: name → type of service, in its order. */
export const QOS: Readonly<Record<string, number>> = {
  none: Number.POSITIVE_INFINITY,
  af11: 0x28,
  af12: 0x30,
  af13: 0x38,
  af21: 0x48,
  af22: 0x50,
  af23: 0x58,
  af31: 0x68,
  af32: 0x70,
  af33: 0x78,
  af41: 0x88,
  af42: 0x90,
  af43: 0x98,
  cs0: 0x00,
  cs1: 0x20,
  cs2: 0x40,
  cs3: 0x60,
  cs4: 0x80,
  cs5: 0xa0,
  cs6: 0xc0,
  cs7: 0xe0,
  ef: 0xb8,
  le: 0x04,
  lowdelay: 0x10,
  throughput: 0x08,
  reliability: 0x04,
}

/** PermitTunnel is the one list that minds upper and lower case. */
export const TUNNELS: readonly string[] = ['no', 'point-to-point', 'ethernet', 'yes']

/** auth2_methods; the first is what Debian's GSSAPI patch adds. */
export const METHODS: readonly string[] = [
  'gssapi-keyex',
  'none',
  'publickey',
  'gssapi-with-mic',
  'password',
  'keyboard-interactive',
  'hostbased',
]
