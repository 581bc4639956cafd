import { caSignatures, serverProposal } from '../openssh/proposals.ts'
import { atLeast, type Release } from '../openssh/release.ts'

const FINAL_SNTRUP = 'sntrup761x25519-sha512'

/** 9.9 gave it its final name; Debian 12 carries that back, Ubuntu does not. */
export function hasFinalSntrup({ major, minor, distribution }: Release): boolean {
  return atLeast({ major, minor }, [9, 9]) || (distribution === 'debian' && major === 9 && minor === 2)
}

/** Keyword as that release names it → its default list: myproposal.h, and what Debian changed of it. */
export function defaultAlgorithms(release: Release): Record<string, string> {
  const offered = serverProposal(release)
  const kex = offered.kex.includes(FINAL_SNTRUP) || !hasFinalSntrup(release) ? [] : [FINAL_SNTRUP]
  const keys = offered.keys.join(',')
  const renamed = atLeast(release, [8, 5])
  // 6.8 and 6.9 print the pattern; before there was no such keyword.
  const accepted = atLeast(release, [7, 0]) ? keys : '*'
  return {
    ciphers: offered.ciphers.join(','),
    macs: offered.macs.join(','),
    kexalgorithms: [...kex, ...offered.kex].join(','),
    ...(atLeast(release, [7, 9]) && { casignaturealgorithms: caSignatures(release).join(',') }),
    ...(atLeast(release, [7, 0]) && { hostkeyalgorithms: keys }),
    ...(atLeast(release, [6, 8]) && {
      [renamed ? 'hostbasedacceptedalgorithms' : 'hostbasedacceptedkeytypes']: accepted,
      [renamed ? 'pubkeyacceptedalgorithms' : 'pubkeyacceptedkeytypes']: accepted,
    }),
  }
}
