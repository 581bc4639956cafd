import type { Step } from '../../core/remedy.ts'
import { toFillIn } from './looks.ts'
import type { Grading } from './gradings.ts'
import { servesCommon } from './narrow.ts'
import { gradingOf } from './gradings.ts'
import type { Severity } from './types.ts'
import type { Hit, View } from './view.ts'

const SEVERITY: Readonly<Record<Grading['grade'], Severity>> = { broken: 'major', weak: 'minor', doubted: 'note' }
const GRADES = ['broken', 'weak', 'doubted'] as const

/**
 * What is graded in a list of algorithms: a hit for each grade. What upstream offers by default is a note at most: it was
 * weighed there, and taking it away costs somebody's client.
 */
export function gradedHits(c: View, keyword: string, spelt: string): Hit[] {
  // Strict key exchange, against Terrapin, came with 9.6; Debian gave it to 8.4 and 9.2 as well, Red Hat to 8.0 and 8.7.
  const strict = c.since(9, 6) || c.config.release.distribution !== undefined
  const names = c.list(keyword).filter((name) => !strict || !name.startsWith('chacha20'))
  return GRADES.flatMap((grade) => {
    const bad = names.filter((name) => gradingOf(name)?.grade === grade)
    if (bad.length === 0) return []
    const gradings = bad.map((name) => gradingOf(name)!)
    const what = [...new Set(gradings.map(({ why }) => why))].join('; ')
    const who = [...new Set(gradings.map((each) => each.who))].join('; ')
    const kept = c.list(keyword).filter((name) => !bad.includes(name))
    const value = c.set(keyword) ? kept.join(',') : `-${bad.join(',')}`
    // `-name` is known since 7.5; and a list without a member is no list.
    const can = kept.length > 0 && (c.set(keyword) || c.since(7, 5)) && grade !== 'doubted'
    return [
      {
        severity: c.set(keyword) ? SEVERITY[grade] : 'note',
        keyword,
        says: `${spelt} ${c.set(keyword) ? 'offers' : 'offers by default'} ${bad.join(', ')}.`,
        reason: `${capital(grade)}: ${what} (says ${who}).`,
        ...(can && {
          recommend: { keyword: spelt, value },
          shutsOut: {
            who: `users whose client or key knows nothing but ${bad.join(', ')}`,
            look: without(spelt, bad),
            you: c.host.present !== undefined && !servesCommon(keyword, kept),
          },
        }),
      },
    ]
  })
}

/** A login that can do without them. */
const without = (spelt: string, names: readonly string[]): Step => {
  const option = spelt === 'PubkeyAcceptedKeyTypes' ? 'PubkeyAcceptedAlgorithms' : spelt
  return toFillIn('ssh', '-v', '-o', `${option}=-${names.join(',-')}`, 'USER@HOST', 'true')
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
