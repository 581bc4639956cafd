import { effectiveConfig } from './effective.ts'
import { lineText } from '../core/shown-command.ts'
import type { Edit, Setting } from '../core/remedy.ts'
import type { ConfigQuestion } from './effective.ts'
import { byBytes, foldersOf, globPaths, plain } from './glob.ts'
import type { ConfigFiles } from './files.ts'
import type { ConfigLine, EffectiveConfig } from './types.ts'

/** The name that is read before all others of its folder. */
const OWN_FILE = '00-sshmedic.conf'

/**
 * Where a keyword has to be written so that it wins: our own drop-in where the configuration reads such before the line
 * that wins now, else in that line's place, else before everything. Every place is tried in the model; undefined where
 * none wins.
 */
export function placeFor(question: ConfigQuestion, config: EffectiveConfig, setting: Setting): Edit | undefined {
  const { keyword } = setting
  return candidates(question, config, keyword, lineText(setting)).find((edit) => wins(question, config, keyword, edit))
}

function candidates(question: ConfigQuestion, config: EffectiveConfig, keyword: string, text: string): Edit[] {
  const lower = keyword.toLowerCase()
  const winner = config.lines.find((line) => line.canonical === lower && line.took)
  const replace: Edit[] = winner ? [{ file: winner.file, how: 'replace', line: winner.line, text }] : []
  // What somebody wrote into a drop-in, or for some connections alone, is changed where it stands.
  const inPlace = winner !== undefined && (winner.file !== question.main || winner.match !== undefined)
  const dropIn = dropInFolder(config, question.main)
  const created: Edit[] = dropIn === undefined ? [] : [{ file: `${dropIn}/${OWN_FILE}`, how: 'create', text }]
  const top: Edit = { file: question.main, how: 'insert', line: 1, text }
  return inPlace ? [...replace, ...created, top] : [...created, ...replace, top]
}

/**
 * The folder of an `Include …/*.conf` outside every Match. Of others than sshd_config.d, which every package brings, it has to
 * be known that they are there: a file was read in them.
 */
function dropInFolder({ lines, files }: EffectiveConfig, main: string): string | undefined {
  for (const line of lines) {
    if (line.canonical !== 'include' || line.match || line.file !== main) continue
    for (const word of line.arguments) {
      if (!word.endsWith('/*.conf') || /[*?[\\]/.test(word.slice(0, -'/*.conf'.length))) continue
      const folder = (word.startsWith('/') ? word : `/etc/ssh/${word}`).slice(0, -'/*.conf'.length)
      if (folder === '/etc/ssh/sshd_config.d' || files.some((file) => file.startsWith(`${folder}/`))) return folder
    }
  }
  return undefined
}

/** Nothing but this keyword changes hands, and the line of ours holds it. */
function wins(question: ConfigQuestion, before: EffectiveConfig, keyword: string, edit: Edit): boolean {
  const after = effectiveConfig({ ...question, files: withEdits(question.files, [edit]) })
  const known = before.errors.filter((e) => e.fatal).length
  if (after.errors.filter((e) => e.fatal).length > known) return false
  // Where the last line wins, one that is read before would stay behind and be believed.
  const late = ({ lines }: EffectiveConfig) => lines.filter(({ why }) => why === 'last-wins').length
  if (edit.how !== 'replace' && late(after) > late(before)) return false
  const origin = after.origin[keyword.toLowerCase()]
  return origin !== undefined && origin !== 'default' && origin.file === edit.file && origin.line === (edit.line ?? 1)
}

/** The files as they would be. */
export function withEdits(files: ConfigFiles, edits: readonly Edit[]): ConfigFiles {
  const changed = new Map<string, string>()
  for (const edit of edits) {
    const old = changed.get(edit.file) ?? files.readFile(edit.file) ?? ''
    changed.set(edit.file, edited(old, edit))
  }
  const created = foldersOf(changed.keys())
  return {
    readFile: (path) => changed.get(plain(path)) ?? files.readFile(path),
    glob: (pattern) => [...new Set([...files.glob(pattern), ...globPaths(pattern, created)])].toSorted(byBytes),
  }
}

function edited(old: string, { how, line, text }: Edit): string {
  if (how === 'create') return old === '' ? `${text}\n` : `${text}\n${old}`
  const lines = old.split('\n')
  lines.splice((line ?? 1) - 1, how === 'replace' ? 1 : 0, text)
  return lines.join('\n')
}

/** Lines that say the same and lost, and why, for `--explain`. */
export function losersOf(config: EffectiveConfig, keyword: string): ConfigLine[] {
  return config.lines.filter((line) => line.canonical === keyword && !line.took)
}
