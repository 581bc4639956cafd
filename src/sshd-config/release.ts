import type { ConfigRelease, Distribution } from './types.ts'

/** The newest sshd whose behaviour this program knows (openssh.md). */
export const NEWEST: ConfigRelease = { major: 10, minor: 5 }

/**
 * Reads what names a release: `9.2`, `10.0`, `9.2p1`, `OpenSSH_9.2p1 Debian-2+deb12u7`, `SSH-2.0-OpenSSH_10.0p2 …`, the
 * line of `sshd -V`. Undefined where it names none.
 */
export function parseConfigRelease(text: string): ConfigRelease | undefined {
  const m = /(?:OpenSSH_(?:for_Windows_)?|^\s*)(\d{1,2})\.(\d{1,2})/i.exec(text)
  if (!m) return undefined
  const release: ConfigRelease = { major: Number(m[1]), minor: Number(m[2]) }
  const distribution = distributionOf(text)
  if (distribution) release.distribution = distribution
  return release
}

/** Whose build it is, by what names a system: a banner, an `ID=` of os-release(5), /etc/system-release. */
export function distributionOf(text: string): Distribution | undefined {
  if (/debian|ubuntu|raspbian/i.test(text)) return 'debian'
  return /red ?hat|\brhel\b|fedora|centos|almalinux|rocky|oracle|amazon|amzn/i.test(text) ? 'redhat' : undefined
}

const NAMES = { debian: 'Debian', redhat: 'Red Hat' } as const satisfies Record<Distribution, string>

export function atLeast({ major, minor }: ConfigRelease, [a, b]: readonly [number, number]): boolean {
  return major > a || (major === a && minor >= b)
}

/** `OpenSSH 9.2`, `OpenSSH 10.0 (Debian)`, `OpenSSH 8.7 (Red Hat)`. */
export function releaseName({ major, minor, distribution }: ConfigRelease): string {
  return `OpenSSH ${major}.${minor}${distribution ? ` (${NAMES[distribution]})` : ''}`
}
