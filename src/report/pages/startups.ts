/** The arithmetic of MaxStartups. */

import { dropChance } from '../../openssh/max-startups.ts'
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
  settingText,
  share,
  yoursSentences,
} from '../startups/words.ts'

const paragraph = (says: string): Block => ({ kind: 'paragraph', says })

/** `given` are notes about what was typed. */
export function startupsPage(study: Study, version: string, given: readonly string[] = []): Page {
  const { setting, standsUntil } = study
  const loaded = study.loadFrom !== 'none'
  const subject = `MaxStartups ${settingText(setting)}`
  const byDefault = defaultSentence(study)
  const remarks = [...given, ...notes(study)]
  const sections: (Section | false)[] = [
    { blocks: [{ kind: 'headline', subject, says: headline(study), tone: 'strong' }] },
    {
      blocks: [
        paragraph(loadSentence(study)),
        ...(byDefault === undefined ? [] : [paragraph(byDefault)]),
        paragraph(`It stands up to ${figure(standsUntil)} pending before more than one in a hundred is dropped.`),
      ],
    },
    { title: 'What is dropped, by how many have not logged in', stands: 'nowhere', blocks: [curve(study)] },
    loaded && { title: 'Your login', blocks: yoursSentences(study).map(paragraph) },
    loaded && { title: 'What would change it', blocks: [levers(study)] },
    { title: 'Best', tone: 'good', act: true, blocks: [paragraph(recommendedText(study))] },
    remarks.length > 0 && { title: 'Notes', blocks: [{ kind: 'list', items: remarks.map((says) => ({ says })) }] },
  ]
  return {
    title: subject,
    sections: sections.filter((each) => each !== false),
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
  const rows = [{ why: now, dropChance: state.dropChance, refused: false }, ...options]
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
