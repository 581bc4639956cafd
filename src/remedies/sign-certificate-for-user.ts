import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { here, onServer, or, plainWord } from '../core/steps.ts'
import { CERTIFICATE, ownCertificate } from './plan/own-certificate.ts'

export default {
  id: 'sign-certificate-for-user',
  title: 'Get a certificate that names this user',
  treats: { 'certificate-not-for-user': 1 },
  needs: 'here',
  harm: 'none',
  plan(facts) {
    const look = here(
      'See whom the certificate names (Principals), and log in as one of these, or have it signed for this user (ssh-keygen -n).',
      ['ssh-keygen', '-L', '-f', or(ownCertificate(facts), CERTIFICATE)],
    )
    const file = known(facts, 'certificate-rules')?.principalsFile
    if (file === undefined) return [look]
    return [
      look,
      onServer('The server maps principals to users: add one of these names to its file, if they mean this user.', [
        'cat',
        or(plainWord(file), 'the file of AuthorizedPrincipalsFile'),
      ]),
    ]
  },
} satisfies Remedy
