/** `sshmedic startups` as a person reads it in a terminal. */

import type { Study } from '../../openssh/startups/study.ts'
import { visible } from '../../core/visible.ts'
import { paint } from '../paint.ts'
import type { Line, Style } from '../paint.ts'
import { padEnd, wrap } from '../width.ts'
import { plot } from './plot.ts'
import {
  defaultSentence,
  figure,
  headline,
  loadSentence,
  notes,
  recommendedText,
  settingText,
  share,
  yoursSentences,
} from './words.ts'

const WIDEST = 100
const NARROWEST = 28

/** Ends with a newline; nothing is wider than the terminal. `given` are notes about what was typed. */
export function startupsToTerminal(
  study: Study,
  { columns, colour, given = [] }: { columns: number; colour: boolean; given?: readonly string[] },
): string {
  const across = Number.isFinite(columns) ? Math.max(NARROWEST, Math.min(WIDEST, Math.floor(columns))) : 80
  const loaded = study.loadFrom !== 'none'
  const { load } = study
  const sections: Line[][] = [
    text(headline(study), across, 'bold'),
    [
      ...text(loadSentence(study), across),
      ...text(defaultSentence(study) ?? '', across),
      ...text(
        `It stands up to ${figure(study.standsUntil)} pending before more than one in a hundred is dropped.`,
        across,
      ),
    ],
    plot(study.setting, loaded && load.pending !== Infinity ? study.state : undefined, across),
    loaded ? titled('Your login', yoursSentences(study), across) : [],
    loaded ? table(study, across) : [],
    titled('Best', [recommendedText(study)], across, 'green'),
    titled('Notes', [...given, ...notes(study)], across),
  ]
  const lines = sections.filter((section) => section.length > 0).flatMap((section) => [...section, []])
  return paint(lines.slice(0, -1), colour)
}

function text(says: string, across: number, style?: Style): Line[] {
  if (says === '') return []
  return wrap(visible(says, 2000), across).map((line) => [{ text: line, ...(style && { style }) }])
}

function titled(title: string, says: readonly string[], across: number, style: Style = 'bold'): Line[] {
  if (says.length === 0) return []
  const rows = says.flatMap((each) => wrap(visible(each, 2000), across - 2).map((line) => [{ text: `  ${line}` }]))
  return [[{ text: title, style }], ...rows]
}

/** The levers side by side. */
function table({ options, setting, load, state }: Study, across: number): Line[] {
  const rows = [
    {
      why: `as it is: ${settingText(setting)}, LoginGraceTime ${load.grace}`,
      dropChance: state.dropChance,
      refused: false,
    },
    ...options,
  ]
  const label = Math.max(...rows.map(({ why }) => why.length))
  const beside = 2 + label + 2 + '<0.001 % dropped  worse'.length <= across
  return [
    [{ text: 'What would change it', style: 'bold' }],
    ...rows.flatMap(({ why, dropChance, refused }): Line[] => {
      const says = [
        { text: `  ${share(dropChance).padStart(8)} dropped` },
        ...(refused ? [{ text: '  worse', style: 'red' as const }] : []),
      ]
      if (beside) return [[{ text: `  ${padEnd(why, label)}` }, ...says]]
      return [...wrap(why, across - 2).map((line): Line => [{ text: `  ${line}` }]), says]
    }),
  ]
}
