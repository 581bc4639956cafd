/** The arithmetic of MaxStartups. */

import { lineText } from '../../core/shown-command.ts'
import { dropChance, settingText } from '../../openssh/max-startups.ts'
import type { Study } from '../../openssh/startups/study.ts'
import type { Block, CurvePlot, Page, Section, Table } from '../blocks.ts'
import { occupancy } from '../startups/occupancy.ts'
import {
  defaultSentence,
  figure,
  headline,
  loadSentence,
  notes,
  recommendedText,
  share,
  yoursSentences,
} from '../startups/words.ts'
import { listOf, present, section } from './section.ts'

const paragraph = (says: string): Block => ({ kind: 'paragraph', says })

/** `given` are notes about what was typed. */
export function startupsPage(study: Study, version: string, given: readonly string[] = []): Page {
  const { setting, standsUntil } = study
  const loaded = study.loadFrom !== 'none'
  const subject = `MaxStartups ${settingText(setting)}`
  const byDefault = defaultSentence(study)
  const sections: (Section | null)[] = [
    { blocks: [{ kind: 'headline', subject, says: headline(study), tone: 'strong' }] },
    {
      blocks: [
        paragraph(loadSentence(study)),
        ...(byDefault === undefined ? [] : [paragraph(byDefault)]),
        paragraph(`It stands up to ${figure(standsUntil)} pending before more than one in a hundred is dropped.`),
      ],
    },
    section('What is dropped, by how many have not logged in', curve(study), { stands: 'nowhere' }),
    section('Your login', loaded ? yoursSentences(study).map(paragraph) : null),
    section('What would change it', loaded ? levers(study) : null),
    section('Best', paragraph(recommendedText(study)), { tone: 'good', act: true }),
    section('Notes', listOf([...given, ...notes(study)])),
  ]
  return {
    title: subject,
    sections: present(sections),
    foot: `Computed by sshmedic ${version} as should_drop_connection of sshd does.`,
  }
}

function curve({ setting, state, load, loadFrom }: Study): CurvePlot {
  // What can occur.
  const end = Math.max(1, setting.full)
  return {
    kind: 'plot',
    form: 'curve',
    says: `The chance to be dropped is 0 below ${setting.start} and 1 from ${end} on.`,
    label: 'dropped',
    end,
    axis: 'connections that have not logged in',
    at: (pending) => dropChance(pending, setting),
    ...(loadFrom !== 'none' &&
      load.pending !== Infinity && {
        often: {
          label: 'often',
          caption: 'where the server is under this load',
          of: (stretches) => occupancy(state.states, end, stretches),
        },
      }),
  }
}

/** The levers side by side. */
function levers({ options, setting, load, state }: Study): Table {
  const now = `as it is: ${settingText(setting)}, LoginGraceTime ${load.grace}`
  const rows = [
    { why: now, dropChance: state.dropChance, refused: false },
    ...options.map(({ line, ...option }) => ({ ...option, why: lineText(line) })),
  ]
  return {
    kind: 'table',
    untitled: true,
    columns: [
      { title: 'change' },
      { title: 'under this load', number: true, least: '<0.001 % dropped'.length },
      { title: '', tone: 'bad', least: 'worse'.length },
    ],
    rows: rows.map(({ why, dropChance, refused }) => ({
      cells: [why, `${share(dropChance)} dropped`, refused ? 'worse' : ''],
    })),
  }
}
