import type { Entry } from '../../entry.ts'
import type { Speaker } from '../../speakers.ts'

/**
 * kex.c writes a proposal of the key exchange name by name as `%s: %s`, which as a format is anybody's: with the names of its ten lists (proposal_names)
 * it is ssh's and sshd's.
 */
const LISTS =
  /^(?:KEX algorithms|host key algorithms|(?:ciphers|MACs|compression|languages) (?:ctos|stoc)):(?: [\w@.,+-]{0,6000})?$/

const saidBy = (by: Speaker): Entry => ({
  id: `kex-proposal-list-of-${by}`,
  by,
  level: 'debug',
  step: 'kex',
  says: 'One list of a proposal: what this side takes or what the other side offers, the preferred first.',
  words: LISTS,
  source: 'OpenSSH 7.1 to 10.5: kex.c kex_buf2prop, kex_proposal_parse',
})

export const ENTRIES: readonly Entry[] = [saidBy('ssh'), saidBy('sshd')]
