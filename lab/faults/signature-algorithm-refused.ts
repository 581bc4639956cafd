// A client library of 2017 signs with RSA and SHA-1, and the server was upgraded past 8.8; or a hardening guide put a list of algorithms
// into sshd_config that has no place for the user's kind of key. The key itself stands in authorized_keys all the while.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { makeKey, onlyFor, publicHalf } from '../breaking/client-side.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd, sshdConfig } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The key is right, and what is signed with it is refused. */
export const signatureAlgorithmRefused = {
  id: 'signature-algorithm-refused',
  releases: DEFAULT_RELEASES,
  variants: ['sha1-client', 'server-list'],
  alsoRight: { 'key-not-accepted': 'the server refuses the algorithm in the same words as a wrong key' },
  verdict: 'unreachable',
  fromWithin: {
    // The colleague's key is of the same kind.
    way: 'kept',
    more: {
      'user-block': {
        proof: /PubkeyAcceptedAlgorithms/,
        break: sshdConfig('Match User alice', 'PubkeyAcceptedAlgorithms rsa-sha2-512'),
      },
    },
  },
  async break({ machine, client, random }, variant) {
    await configureSshd(machine, [
      ...passwordsOrNot(random),
      ...(variant === 'server-list' ? ['PubkeyAcceptedAlgorithms rsa-sha2-512,rsa-sha2-256'] : []),
    ])
    if (variant === 'sha1-client') {
      const rsa = await makeKey(client, 'id_rsa', ['-t', 'rsa', '-b', '2048'])
      const lines = [`IdentityFile ${rsa}`, 'IdentitiesOnly yes', 'PubkeyAcceptedAlgorithms ssh-rsa']
      onlyFor(client, 'alice', lines)
      await machine.must('cat >> ~alice/.ssh/authorized_keys', { stdin: publicHalf(rsa) })
    }
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
