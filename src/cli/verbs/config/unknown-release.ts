import { NEWEST, OLDEST, releaseName, releaseNumber, type Release } from '../../../openssh/release.ts'

/** Why nothing is said about a release, and what can be asked about instead. */
export const unknownRelease = (release: Release): string =>
  `This program does not know how ${releaseName(release)} reads its configuration: the oldest release it knows is ` +
  `${releaseNumber(OLDEST)}, the newest ${releaseNumber(NEWEST)}. It says nothing about others, because a line that does nothing in one ` +
  'release can be what protects in another.'
