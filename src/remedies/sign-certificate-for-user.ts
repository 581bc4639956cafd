import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { here, or, plainWord } from '../core/steps.ts'
import type { FactSheet } from '../core/types.ts'
import type { Word } from '../core/steps.ts'

/** The certificate beside the first key file that is there (ssh reads KEY-cert.pub by itself). */
function certificate(facts: FactSheet): Word {
  const key = known(facts, 'key-files')?.files.find(({ state }) => state === 'present')?.path
  return key === undefined ? undefined : plainWord(`${key}-cert.pub`)
}

export default {
  id: 'sign-certificate-for-user',
  title: 'Get a certificate that names this user',
  treats: { 'certificate-not-for-user': 1 },
  needs: 'here',
  harm: 'none',
  plan: (facts) => [
    here(
      "See whom the certificate names (Principals), and log in as one of these, or have it signed for this user (ssh-keygen -n). An administrator may add a principal to the server's AuthorizedPrincipalsFile instead.",
      ['ssh-keygen', '-L', '-f', or(certificate(facts), 'the path of the certificate (KEY-cert.pub)')],
    ),
  ],
} satisfies Remedy
