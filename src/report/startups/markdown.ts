/** `sshmedic startups --markdown`. */

import type { Study } from '../../openssh/startups/study.ts'
import { fenced, prose } from '../markdown-text.ts'
import { paint } from '../paint.ts'
import { plot } from './plot.ts'
import {
  defaultSentence,
  headline,
  loadSentence,
  notes,
  recommendedText,
  settingText,
  share,
  yoursSentences,
} from './words.ts'

/** Ends with a newline. */
export function startupsToMarkdown(study: Study, given: readonly string[] = []): string {
  const { setting, load, state, options } = study
  const loaded = study.loadFrom !== 'none'
  const says = (text: string) => prose(text, 2000)
  const blocks = [
    `# MaxStartups ${settingText(setting)}`,
    `**${says(headline(study))}**`,
    says(loadSentence(study)),
    says(defaultSentence(study) ?? ''),
    fenced(paint(plot(setting, loaded && load.pending !== Infinity ? state : undefined, 80), false).trimEnd()),
    yoursSentences(study).map(says).join(' '),
    loaded
      ? [
          '| change | dropped | |',
          '| --- | ---: | --- |',
          `| as it is, LoginGraceTime ${load.grace} | ${share(state.dropChance)} | |`,
          ...options.map((each) => `| ${each.why} | ${share(each.dropChance)} | ${each.refused ? 'worse' : ''} |`),
        ].join('\n')
      : '',
    `## Best\n\n${says(recommendedText(study))}`,
    `## Notes\n\n${[...given, ...notes(study)].map((note) => `- ${says(note)}`).join('\n')}`,
  ]
  return blocks.filter((block) => block !== '').join('\n\n') + '\n'
}
