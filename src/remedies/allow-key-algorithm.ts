import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { clientLog } from '../core/seen.ts'
import { edit } from '../core/steps.ts'
import type { FactSheet } from '../core/types.ts'
import { atLeast, parseRelease } from '../openssh/release.ts'
import { toldWords } from './plan/told-words.ts'

/** servconf.c of 8.5 has the new name; the old one is an alias from then on. */
function keywordFor(facts: FactSheet): string {
  const named = known(facts, 'sshd-effective')?.version ?? clientLog(facts)?.server
  const release = named === undefined ? undefined : parseRelease(named)
  return release && !atLeast(release, [8, 5]) ? 'PubkeyAcceptedKeyTypes' : 'PubkeyAcceptedAlgorithms'
}

export default {
  id: 'allow-key-algorithm',
  title: 'Let the server accept that kind of signature for a while',
  treats: { 'signature-algorithm-refused': 0.5 },
  needs: 'server',
  harm: 'undone',
  opensshOnly: true,
  plan(facts) {
    const { algorithm = 'ssh-rsa' } = toldWords(facts, 'key-algorithm-not-accepted', 'client-signature-algorithm')
    if (algorithm !== 'ssh-rsa') return { refuse: 'it is not RSA with SHA-1 that the server refuses' }
    return [
      edit(
        { keyword: keywordFor(facts), value: '+ssh-rsa' },
        'Only until the client is replaced: let the server accept RSA with SHA-1, best in a Match block for that user.',
      ),
    ]
  },
} satisfies Remedy
