import { defaultsOf } from '../../sshd-config/defaults.ts'
import { listWithout } from './list-without.ts'
import { loginWithout } from './looks.ts'
import type { Grading } from './gradings.ts'
import { newlyLost, servesCommon, whoLoses } from './narrow.ts'
import { gradingOf } from './gradings.ts'
import type { Severity } from './types.ts'
import type { Hit, View } from './view.ts'

const SEVERITY: Readonly<Record<Grading['grade'], Severity>> = { broken: 'major', weak: 'minor', doubted: 'note' }
const GRADES = ['broken', 'weak', 'doubted'] as const

/**
 * What is graded in a list of algorithms: a hit for each grade. What upstream offers by default is a note at most: it was
 * weighed there, and taking it away costs somebody's client. All that is broken or weak goes with one line, whichever hit names it.
 */
export function gradedHits(c: View, keyword: string, spelt: string): Hit[] {
  const { release } = c.config
  // Strict key exchange, against Terrapin, came with 9.6; Debian gave it to 8.4 and 9.2 as well, Red Hat to 8.0 and 8.7.
  const strict = c.since(9, 6) || release.distribution !== undefined
  const names = c.list(keyword).filter((name) => !strict || !name.startsWith('chacha20'))
  const defaults = defaultsOf(release)[keyword]?.[0]?.split(',') ?? []
  const graded = (...grades: Grading['grade'][]) =>
    names.filter((name) => grades.includes(gradingOf(name)?.grade as Grading['grade']))
  const poor = graded('broken', 'weak')
  const recommend = poor.length === 0 ? undefined : without(c, keyword, spelt, poor)
  return GRADES.flatMap((grade) => {
    const bad = graded(grade)
    if (bad.length === 0) return []
    const gradings = bad.map((name) => gradingOf(name)!)
    const what = [...new Set(gradings.map(({ why }) => why))].join('; ')
    const who = [...new Set(gradings.map((each) => each.who))].join('; ')
    const byDefault = bad.every((name) => defaults.includes(name))
    return [
      {
        severity: c.set(keyword) && !byDefault ? SEVERITY[grade] : 'note',
        keyword,
        says: `${spelt} ${c.set(keyword) ? 'offers' : 'offers by default'} ${bad.join(', ')}.`,
        reason: `${capital(grade)}: ${what} (says ${who}).`,
        ...(grade !== 'doubted' && recommend),
      },
    ]
  })
}

/** The line without them: what else is written stays, where the clients of most people find something in it; else the default list. */
function without(c: View, keyword: string, spelt: string, poor: readonly string[]): Partial<Hit> | undefined {
  const { release } = c.config
  const kept = c.list(keyword).filter((name) => !poor.includes(name))
  const exchanged = ['kexalgorithms', 'hostkeyalgorithms', 'ciphers', 'macs'].includes(keyword)
  const added = c.lines(keyword).some(({ took, arguments: [list] }) => took && /^[-+^]/.test(list ?? ''))
  const keep = c.set(keyword) && !added && kept.length > 0 && (!exchanged || servesCommon(keyword, kept))
  const sound = keep ? { value: kept.join(','), names: kept } : listWithout(release, keyword, poor)
  if (sound.value === undefined) return undefined
  return {
    recommend: { keyword: spelt, value: sound.value },
    shutsOut: {
      who: whoLoses(newlyLost(c, keyword, sound.names), poor),
      look: loginWithout(spelt, poor),
      you: c.host.present !== undefined && !servesCommon(keyword, sound.names),
    },
  }
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
