import { known } from '../../core/probe.ts'
import type { Sign } from '../../core/types.ts'
import { signsBySha1Alone, takesSha1Signatures } from '../../openssh/client-signatures.ts'

/** What the two identifications in a text say of signatures with RSA keys; our own ssh is never that old. */
export const clientSigns = {
  id: 'client-signs',
  stage: 'auth',
  beside: true,
  uncounted: true,
  usual: { 'as-taken': 0.97 },
  passes: 'as-taken',
  shuts: false,
  values: ['as-taken', 'too-old-for-the-server'],
  from: ['client-text'],
  read(facts) {
    const { client, server } = known(facts, 'client-text') ?? {}
    if (client === undefined || server === undefined) return undefined
    const old = signsBySha1Alone(client)
    const takes = takesSha1Signatures(server)
    if (old === undefined || takes === undefined) return undefined
    return old && !takes ? 'too-old-for-the-server' : 'as-taken'
  },
  says: {
    'as-taken': 'client and server agree on how an RSA key signs',
    'too-old-for-the-server': 'this client signs with RSA keys by SHA-1 alone, which this server refuses',
  },
} satisfies Sign<'as-taken' | 'too-old-for-the-server'>
