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
  id: 'renew-certificate',
  title: 'Get a certificate that is valid',
  treats: { 'certificate-not-valid': 1 },
  needs: 'here',
  harm: 'none',
  plan: (facts) => [
    here(
      'See its dates (Valid), who signed it (Signing CA), and the addresses it is bound to (source-address); then have a new one signed, by an authority that the server trusts (TrustedUserCAKeys).',
      ['ssh-keygen', '-L', '-f', or(certificate(facts), 'the path of the certificate (KEY-cert.pub)')],
    ),
  ],
} satisfies Remedy
