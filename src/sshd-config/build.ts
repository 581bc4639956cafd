import { releaseNumber, type Distribution, type Release } from '../openssh/release.ts'

/** Whose build a configuration was written for, and half a sentence that says why this is believed. */
export interface Build {
  distribution: Distribution
  because: string
}

/** Releases of OpenSSH that stable releases of one distribution have and the other never had (packages.ubuntu.com, packages.debian.org). */
const UBUNTU: Readonly<Record<string, string>> = {
  '7.2': '16.04',
  '7.6': '18.04',
  '8.2': '20.04',
  '8.9': '22.04',
  '9.0': '22.10 and 23.04',
  '9.3': '23.10',
  '9.6': '24.04',
  '9.7': '24.10',
  '9.9': '25.04',
  '10.2': '26.04',
}
const DEBIAN: Readonly<Record<string, string>> = { '7.4': '9', '7.9': '10', '8.4': '11', '9.2': '12' }

/** Comments of Ubuntu's own sshd_config: of 22.10 to 23.10, and from 24.04 on. */
const UBUNTU_WORDS =
  /^#[ \t]*(?:Port and ListenAddress options are not used when sshd is socket-activated|When systemd socket activation is used \(the default\))/m

/** Where each puts the program of sftp; the file names it so on every machine that was not made by hand. */
const DEBIAN_PATH = /^[ \t]*#?[ \t]*Subsystem[ \t]+sftp[ \t]+\/usr\/lib\/openssh\/sftp-server\b/im
const REDHAT_PATH = /^[ \t]*#?[ \t]*Subsystem[ \t]+sftp[ \t]+\/usr\/libexec\/openssh\/sftp-server\b|crypto-policies/im

/** Read out of the file itself; undefined where it says nothing, or the release does not tell Ubuntu from Debian. */
export function buildOf(text: string, release: Release): Build | undefined {
  if (UBUNTU_WORDS.test(text)) return { distribution: 'ubuntu', because: "its comments are those of Ubuntu's package" }
  if (REDHAT_PATH.test(text)) return { distribution: 'redhat', because: 'its paths are those of Red Hat and its kin' }
  if (!DEBIAN_PATH.test(text)) return undefined
  const number = releaseNumber(release)
  const [ubuntu, debian] = [UBUNTU[number], DEBIAN[number]]
  const path = '/usr/lib/openssh/sftp-server is where Debian and Ubuntu have it'
  if (ubuntu !== undefined) return { distribution: 'ubuntu', because: `${path}, and Ubuntu ${ubuntu} has ${number}` }
  // Debian 13's and Ubuntu 25.10's: the former is on far more machines.
  if (number === '10.0')
    return {
      distribution: 'debian',
      because: `${path}; Ubuntu 25.10 has 10.0, too: say --release '10.0 Ubuntu' for that`,
    }
  if (debian !== undefined) return { distribution: 'debian', because: `${path}, and Debian ${debian} has ${number}` }
  return { distribution: 'debian', because: path }
}
