import type { Setting } from '../../core/remedy.ts'
import { lineText } from '../../core/shown-command.ts'
import { effectiveConfig } from '../../sshd-config/effective.ts'
import { keywordOf } from '../../sshd-config/keywords.ts'
import type { ConfigLine, EffectiveConfig } from '../../sshd-config/types.ts'

const MAIN = '/etc/ssh/sshd_config'

/** Readings that take the rest of the line as it stands. */
const TO_THE_END: ReadonlySet<string> = new Set(['rest', 'command', 'addendum'])

/**
 * What would be in force with these lines in place of all others of their keywords. Where they were to be written is not asked: a rule
 * of the audit is about what is in force, for the connection that was asked about.
 */
export function withLines(config: EffectiveConfig, settings: readonly Setting[]): EffectiveConfig {
  const { release } = config
  const replaced = new Set(settings.map(({ keyword }) => keywordOf(keyword, release)?.name))
  const kept = config.lines.filter(
    ({ canonical, took }) => took && canonical !== 'match' && canonical !== 'include' && !replaced.has(canonical),
  )
  // What may be written into a Match alone, or in another order, is the same at the top level.
  const written = settings.filter(({ keyword }) => keyword.toLowerCase() !== 'include').map(lineText)
  const text = [...written, ...kept.map((line) => asWritten(line, config))].join('\n')
  return effectiveConfig({
    main: MAIN,
    release,
    files: { readFile: (path) => (path === MAIN ? `${text}\n` : undefined), glob: () => [] },
  })
}

function asWritten({ keyword, arguments: words }: ConfigLine, { release }: EffectiveConfig): string {
  const plain = TO_THE_END.has(keywordOf(keyword, release)?.kind ?? '')
  const quoted = words.map((word) =>
    plain || /^[^\s"'\\#]+$/.test(word) ? word : `"${word.replace(/["\\]/g, '\\$&')}"`,
  )
  return [keyword, ...quoted].join(' ')
}
