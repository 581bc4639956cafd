/** The Debian releases we boot, each a generation of OpenSSH: 8.4, 9.2, 10.0. */
export type Release = 'bullseye' | 'bookworm' | 'trixie'

/** The releases every test runs on; bullseye costs a third build and adds little, so it is asked for by name. */
export const DEFAULT_RELEASES: readonly Release[] = ['bookworm', 'trixie']

/** Tells a release name from any other word, for command lines. */
export function isRelease(word: string): word is Release {
  return word === 'bullseye' || word === 'bookworm' || word === 'trixie'
}
