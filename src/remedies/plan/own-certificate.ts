import { known } from '../../core/probe.ts'
import { plainWord } from '../../core/steps.ts'
import type { Word } from '../../core/steps.ts'
import type { FactSheet } from '../../core/types.ts'

/** The user's certificate: one that was looked at, else the one that ssh would look for beside the first key that is there. */
export function ownCertificate(facts: FactSheet): Word {
  const seen = known(facts, 'certificates')?.files[0]?.path
  if (seen !== undefined) return plainWord(seen)
  const key = known(facts, 'key-files')?.files.find(({ state }) => state === 'present')?.path
  return key === undefined ? undefined : plainWord(`${key}-cert.pub`)
}

/** What the reader puts in its place where it was not seen. */
export const CERTIFICATE = 'the path of the certificate (KEY-cert.pub)'
