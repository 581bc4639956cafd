/**
 * Builds whose patches change keywords or defaults: Debian's and its kin's (Raspberry Pi OS); Ubuntu's and its kin's (Linux Mint), which
 * are Debian's with a socket unit that listens; Red Hat's and its kin's (Fedora's, Rocky's, Amazon Linux's).
 */
export type Distribution = 'debian' | 'ubuntu' | 'redhat'

/** Which OpenSSH is meant: `{ major: 9, minor: 2, distribution: 'debian' }`. Without a distribution: as its authors ship it. */
export interface Release {
  major: number
  minor: number
  distribution?: Distribution
}

/** The first release of which something holds, as tables write it: `[9, 8]`. */
export type Since = readonly [major: number, minor: number]

/** The oldest OpenSSH whose configuration this program knows: of it and all later ones servconf.c was read (openssh.md 6.4). */
export const OLDEST: Release = { major: 6, minor: 6 }

/** The newest OpenSSH whose behaviour this program knows (openssh.md). */
export const NEWEST: Release = { major: 10, minor: 5 }

/**
 * Reads what names a release: `9.2`, `9.2p1`, `OpenSSH 9.2`, `OpenSSH_9.2p1 Debian-2+deb12u7`, `SSH-2.0-OpenSSH_10.0p2 …`,
 * `OpenSSH_for_Windows_8.1`, the line of `sshd -V`. Undefined where the text names none.
 */
export function parseRelease(text: string): Release | undefined {
  const m =
    /^\s*(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?(?:p\d{1,3})?(?![^\s,-])/.exec(text) ??
    /OpenSSH[_ ](?:for_Windows_)?(\d{1,3})\.(\d{1,3})(?!\d)/i.exec(text)
  if (!m) return undefined
  const release: Release = { major: Number(m[1]), minor: Number(m[2]) }
  const distribution = distributionOf(text)
  return distribution ? { ...release, distribution } : release
}

/** Whose build it is, by what names a system: a banner, an `ID=` of os-release(5), /etc/system-release. */
export function distributionOf(text: string): Distribution | undefined {
  // Ubuntu's files name Debian, too (ID_LIKE, /etc/debian_version).
  if (/ubuntu/i.test(text)) return 'ubuntu'
  if (/debian|raspbian/i.test(text)) return 'debian'
  return /red ?hat|\brhel\b|fedora|centos|almalinux|rocky|oracle|amazon|amzn/i.test(text) ? 'redhat' : undefined
}

/** Below zero where `a` is the older one. The distribution does not count. */
export function compareReleases(a: Since, b: Since): number {
  return a[0] - b[0] || a[1] - b[1]
}

/** Between the oldest and the newest whose configuration is known. */
export function isKnown(release: Release): boolean {
  return atLeast(release, [OLDEST.major, OLDEST.minor]) && !atLeast(release, [NEWEST.major, NEWEST.minor + 1])
}

export function atLeast({ major, minor }: Release, since: Since): boolean {
  return compareReleases([major, minor], since) >= 0
}

/** `9.2`, as `--release` takes it and as OpenSSH calls itself. */
export function releaseNumber({ major, minor }: Release): string {
  return `${major}.${minor}`
}

/** Debian's patches, which Ubuntu's builds carry as well. */
export const hasDebianPatches = ({ distribution }: Release): boolean =>
  distribution === 'debian' || distribution === 'ubuntu'

const NAMES = { debian: 'Debian', ubuntu: 'Ubuntu', redhat: 'Red Hat' } as const satisfies Record<Distribution, string>

/** Whose build it is; the authors', where nobody is known to have patched it. */
export const releaseMaker = ({ distribution }: Release): string => (distribution ? NAMES[distribution] : 'OpenSSH')

/** `OpenSSH 9.2`, `OpenSSH 10.0 (Debian)`, `OpenSSH 8.7 (Red Hat)`. */
export function releaseName(release: Release): string {
  const { distribution } = release
  return `OpenSSH ${releaseNumber(release)}${distribution ? ` (${NAMES[distribution]})` : ''}`
}
