import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { here, or } from '../core/steps.ts'
import type { FactSheet } from '../core/types.ts'
import { CERTIFICATE, ownCertificate } from './plan/own-certificate.ts'
import { wasTold } from './plan/was-told.ts'

/** What is wrong with it, as far as somebody said so or its own dates do. */
function advice(facts: FactSheet): string {
  const seen = known(facts, 'certificates')
  const ended = seen?.files.some(({ validBefore }) => validBefore !== undefined && seen.at >= validBefore)
  if (wasTold(facts, 'certificate-expired') || ended)
    return 'Have a new one signed: this one has come to its end (Valid). If its dates are still to come, it is the clock of the server that is wrong (date).'
  if (wasTold(facts, 'certificate-not-yet-valid'))
    return 'Compare its first moment (Valid) with the clocks of all three machines (date): the server, this one, and the one that signed it. A certificate is signed from some minutes ago on (ssh-keygen -V -5m:…), since clocks differ.'
  if (wasTold(facts, 'certificate-authority-unknown'))
    return 'See which authority signed it (Signing CA), and have it signed by one that the server trusts, or let an administrator add that authority to the file of TrustedUserCAKeys.'
  if (wasTold(facts, 'certificate-source-refused'))
    return 'See which addresses it is bound to (source-address): log in from one of these, or have it signed for the address you come from, as the server sees it.'
  return 'See its dates (Valid), who signed it (Signing CA), and the addresses it is bound to (source-address); then have a new one signed, by an authority that the server trusts (TrustedUserCAKeys).'
}

export default {
  id: 'renew-certificate',
  title: 'Get a certificate that is valid',
  treats: { 'certificate-not-valid': 1 },
  needs: 'here',
  harm: 'none',
  plan: (facts) => [here(advice(facts), ['ssh-keygen', '-L', '-f', or(ownCertificate(facts), CERTIFICATE)])],
} satisfies Remedy
