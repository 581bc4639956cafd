import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { clientLog } from '../core/seen.ts'
import { onServer, person, pipe } from '../core/steps.ts'
import type { FactSheet } from '../core/types.ts'
import { toldWords } from './plan/told-words.ts'

/** From which version on each signs with an RSA key and SHA-2 (RFC 8332), as its own release notes say. */
const SINCE: readonly [RegExp, string][] = [
  [
    /jsch/i,
    'JSch of the maintained line (com.github.mwiede:jsch) does; the old one (com.jcraft, up to 0.1.55) never will',
  ],
  [/putty|plink/i, 'PuTTY does since 0.75'],
  [/paramiko/i, 'Paramiko does since 2.9'],
  [/libssh2/i, 'libssh2 does since 1.11'],
  [/openssh/i, 'OpenSSH does since 7.2'],
]

/** The algorithm that was refused: in somebody's words, else of the key that stands in authorized_keys. */
function algorithmOf(facts: FactSheet): string | undefined {
  const told = toldWords(facts, 'key-algorithm-not-accepted', 'client-signature-algorithm').algorithm
  const bars = known(facts, 'authorized-keys')?.files.flatMap((file) => file.bars ?? []) ?? []
  return told ?? bars.find(({ why }) => why === 'algorithm')?.value
}

export default {
  id: 'sign-with-newer-algorithm',
  title: 'Use a client or a key that signs without SHA-1',
  treats: { 'signature-algorithm-refused': 1 },
  needs: 'here',
  harm: 'none',
  opensshOnly: true,
  plan(facts) {
    const algorithm = algorithmOf(facts)
    const log = clientLog(facts)
    if (algorithm !== undefined && algorithm.includes('dss'))
      return [
        person(
          'Make a new key (`ssh-keygen -t ed25519`) and put its public half into authorized_keys: DSA keys are refused by default since OpenSSH 7.0, and OpenSSH 10 has no DSA at all.',
        ),
      ]
    if (algorithm !== undefined && !algorithm.startsWith('ssh-rsa'))
      return [
        onServer(
          `The server is told not to take ${algorithm}: see which algorithms it takes, and use a key of one of them, or add this one to the line.`,
          pipe(['sshd', '-T'], ['grep', '-i', 'pubkeyaccepted']),
        ),
      ]
    const since = SINCE.find(([program]) => program.test(log?.client ?? ''))?.[1]
    const newer = since === undefined ? '' : ` ${since}.`
    return [
      person(
        `The RSA key is right, and the client signs with SHA-1 (ssh-rsa), which OpenSSH refuses since 8.8. Use a newer version of the client program or its library, which signs with rsa-sha2-256 or rsa-sha2-512.${newer} Or log in with an Ed25519 key (\`ssh-keygen -t ed25519\`), whose public half goes into authorized_keys as well.`,
      ),
    ]
  },
} satisfies Remedy
