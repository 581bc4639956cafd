/** A case and what was concluded from it. */

import type { Next, RankedCause, Verdict } from '../../core/types.ts'
import type { Block, Cause, Command, Page, Section, Span, Tone } from '../blocks.ts'
import { hideSecrets } from '../document.ts'
import type { Document } from '../document.ts'
import { FACT_TITLES } from '../fact-titles.ts'
import { count, factor, percent, seconds } from '../numbers.ts'
import { lanes } from '../timing.ts'
import { addressOf, notesOf, observedAt, sentence, shownCauses, shownEvidence, sideOf } from '../words.ts'
import { listOf, present, section } from './section.ts'

const TONES: Readonly<Record<Verdict, Tone>> = {
  reachable: 'good',
  degraded: 'warn',
  unreachable: 'bad',
  unknown: 'warn',
}

/** Lists are for whoever doubts: at a glance this much of them is enough. */
const BRIEF = 4

export function diagnosisPage(document: Document): Page {
  const doc = hideSecrets(document)
  const address = addressOf(doc.target)
  const spent = count(doc.spent.connections, 'connection')
  const [likeliest] = doc.causes
  const sections: (Section | null)[] = [
    {
      blocks: [
        {
          kind: 'headline',
          subject: address,
          cost: `${spent} · ${seconds(doc.spent.seconds)}`,
          says: sentence(doc),
          tone: 'strong',
          verdict: { word: doc.verdict, tone: TONES[doc.verdict] },
          ...(likeliest && {
            lead: [{ text: percent(likeliest.probability), tone: 'strong' }, { text: ` ${likeliest.title}` }],
          }),
        },
      ],
    },
    section('The road', doc.road.length > 0 ? { kind: 'road', steps: doc.road } : null, { stands: 'nowhere' }),
    section('Causes', doc.causes.length > 0 ? causes(doc.causes) : null, { stands: 'nowhere' }),
    section('Where the time went', timing(doc), { appendix: true }),
    section(
      'Ruled out',
      listOf(
        doc.ruledOut.map(({ id, title, says }) => ({ says: title, id, because: says })),
        { brief: BRIEF },
      ),
      { stands: 'beside' },
    ),
    section('Notes', listOf(notesOf(doc), { brief: BRIEF }), { stands: 'beside' }),
    advice('To be surer', doc.surer),
    advice('Next', doc.next, { act: true }),
    section('Raw facts', doc.facts.length > 0 ? facts(doc) : null, { appendix: true }),
  ]
  const when = observedAt(doc)
  return {
    title: `${address}: ${doc.verdict}`,
    sections: present(sections),
    foot: `Observed ${when === undefined ? '' : `${when} `}by sshmedic ${doc.version} with ${spent} in ${seconds(doc.spent.seconds)}.`,
  }
}

function advice(title: string, next: Next | null, more: { act?: true } = {}): Section | null {
  if (next === null) return null
  const between = next.between ?? []
  const ids = between.flatMap((id, i): Span[] => [{ text: i === 0 ? '' : ', ' }, { text: id, code: true }])
  const apart: Span[] = between.length > 1 ? [{ text: ' (tells apart: ' }, ...ids, { text: ')' }] : []
  const command: Command[] = next.command ? [{ kind: 'command', lines: [next.command], language: 'sh' }] : []
  const says: Block = { kind: 'paragraph', says: [{ text: next.says }, ...apart] }
  return section(title, [says, ...command], { stands: 'beside', ...more })
}

function causes(ranked: readonly RankedCause[]): Block {
  const { shown, others, rest } = shownCauses(ranked)
  return { kind: 'causes', causes: shown.map(causeOf), others: { count: others, probability: rest } }
}

function causeOf({ id, title, stage, probability, because, becauseOf }: RankedCause): Cause {
  const evidence = shownEvidence(because).map((one) => ({
    side: sideOf(one),
    weight: factor(one.bits),
    says: one.says,
    sign: `${one.sign}=${one.value}`,
  }))
  return { id, title, stage, probability, evidence, behind: becauseOf }
}

function timing(doc: Document): Block | null {
  const rows = lanes(doc).map(({ title, detail, spans }) => ({
    title,
    detail,
    spans: spans.map(({ phase, from, to, inVain }) => ({ label: phase, from, to, vain: inVain })),
  }))
  return rows.length > 0 ? { kind: 'plot', form: 'spans', rows } : null
}

function facts({ facts }: Document): Block {
  const titleOf = (id: string) => (Object.hasOwn(FACT_TITLES, id) ? FACT_TITLES[id as keyof typeof FACT_TITLES] : id)
  return { kind: 'facts', facts: facts.map((fact) => ({ title: titleOf(fact.id), ...fact })) }
}
