import { known } from '../../core/probe.ts'
import type { FactSheet, Sign } from '../../core/types.ts'
import { parseIdentification } from '../../openssh/identification.ts'
import { releaseFacts } from '../../openssh/releases.ts'
import { mainContacts } from './attempts.ts'
import { firstContactOf } from './banner.ts'

/** Our own ssh, with -v, was shut out in front of the identification and was shown no line. */
function loginHeardNothing(facts: FactSheet): boolean {
  const fact = known(facts, 'login')
  return (
    fact?.log.client !== undefined &&
    fact.stepAt.connected !== undefined &&
    /^(?:banner-closed|banner-reset|closed-unstated|reset-unstated)$/.test(fact.log.failure ?? '') &&
    fact.stepAt.identification === undefined &&
    fact.log.preBanner.length === 0
  )
}

/** The release, from any try that was greeted, says a line to whom it turns away (8.2 on). */
function saysWhenFull(facts: FactSheet): boolean {
  const names = [known(facts, 'login')?.log.server, ...mainContacts(facts).map((c) => c.identification)]
  return names.some((name) => {
    const openssh = name === undefined ? undefined : parseIdentification(name)?.openssh
    return openssh !== undefined && releaseFacts(openssh).throttleNotice !== 'none'
  })
}

/**
 * Whether whom the server turned away was told so. MaxStartups, the limit by source and penalties write their line to
 * everybody (sshd.c, srclimit.c; openssh.md 1.3), and who listens in silence always hears it.
 */
export const turnedAway = {
  id: 'turned-away',
  stage: 'banner',
  beside: true,
  usual: { told: 0.9 },
  passes: 'told',
  shuts: false,
  values: ['told', 'wordless', 'told-later'],
  from: ['contact', 'contact-again', 'login'],
  read(facts) {
    const met = mainContacts(facts)
      .filter((c) => c.spokeAt === undefined || c.end.at < c.spokeAt)
      .map(firstContactOf)
    const told = met.some((v) => v === 'notice-exceeded' || v === 'notice-not-allowed')
    if (told) return loginHeardNothing(facts) ? 'told-later' : 'told'
    const shut = met.some((v) => v === 'closed' || v === 'reset')
    return shut && saysWhenFull(facts) ? 'wordless' : undefined
  },
  says: {
    told: 'the server tells those it turns away that it does',
    wordless: 'the server hangs up without a word, which this release never does because it is full',
    'told-later': 'the server cut the first try off without a word, and told only the later ones why',
  },
} satisfies Sign<'told' | 'wordless' | 'told-later'>
