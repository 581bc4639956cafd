import { known } from '../../core/probe.ts'
import type { Sign } from '../../core/types.ts'

/** Somebody who comes by password has no key, and is well. */
export const keysAtHand = {
  id: 'keys-at-hand',
  stage: 'client',
  beside: true,
  usual: { some: 0.95 },
  passes: 'some',
  shuts: false,
  values: ['some', 'none'],
  from: ['key-files', 'client-text'],
  read(facts) {
    const keys = known(facts, 'key-files')
    // ssh -v shows which files it looked for, and each key that it offers.
    const pasted = known(facts, 'client-text')
    if (!keys) return pasted?.keysTried && pasted.keysOffered + pasted.keysAccepted === 0 ? 'none' : undefined
    // A file that is there and cannot be used is another trouble (key-files).
    return keys.agent === 'keys' || keys.files.some(({ state, named }) => named || state !== 'missing')
      ? 'some'
      : 'none'
  },
  says: {
    some: 'ssh has a key to offer, or was told of one',
    none: 'there is no key at the usual paths, and no agent holds one',
  },
} satisfies Sign<'some' | 'none'>
