import { NEWEST, OLDEST, releaseName, releaseNumber, type Release } from '../../../openssh/release.ts'

/** Why nothing is said about a release, and what can be asked about instead. */
export const unknownRelease = (release: Release): string =>
  `What ${releaseName(release)} makes of its configuration is not known here: the oldest release that is known is ` +
  `${releaseNumber(OLDEST)}, the newest ${releaseNumber(NEWEST)}. Nothing is said about others, because a line that does nothing in one ` +
  'release can be what protects in another.'
