import { asLogged } from './as-logged.ts'
import type { ConfigFiles } from './files.ts'
import { Homes } from './homes.ts'
import { keywordOf } from './keywords.ts'
import type { Keyword } from './keywords.ts'
import { matchLine } from './match.ts'
import { asOldSshd } from './old-words.ts'
import { Options } from './options.ts'
import { LISTS } from './readings/lists.ts'
import { SIMPLE } from './readings/simple.ts'
import { SPECIAL } from './readings/special.ts'
import type { Reader, Reading } from './reading.ts'
import { argvSplit, configLines, oldSplit, stripEnd, strdelim } from './words.ts'
import type { Rest } from './words.ts'
import type { ConfigError, ConfigLine, Connection } from './types.ts'
import { atLeast, type Release } from '../openssh/release.ts'

/** servconf.c SERVCONF_MAX_DEPTH. */
const MAX_DEPTH = 16

/** No server has as many; a configuration that includes itself in two places has. */
const MAX_LINES = 100_000

const READERS: Readonly<Record<string, Reader>> = { ...SIMPLE, ...LISTS, ...SPECIAL }

/** Patterns of Include, and the files noted behind each; both passes share them (servconf.c include_list). */
export type Includes = Map<string, string[]>

class TooMuch extends Error {
  readonly at: ConfigLine

  constructor(says: string, at: ConfigLine) {
    super(says)
    this.at = at
  }
}

/** Lines of a file, and what the Match around them makes of them: `SSHCFG_NEVERMATCH` and `SSHCFG_MATCH_ONLY`. */
interface Frame {
  file: string
  never: boolean
  matchOnly: boolean
  match?: ConfigLine['match']
}

export interface PassResult {
  options: Options
  errors: ConfigError[]
  /** Criteria of Match that nothing was said about. */
  unknown: { criterion: string; file: string; line: number }[]
  files: string[]
}

/**
 * One pass of sshd over its configuration (servconf.c parse_server_config): the first one, without a connection, for the
 * whole server; the second one for the blocks a connection satisfies. `lines` and `includes` are filled by the first; the
 * second marks the lines.
 */
export function interpret(
  main: string,
  files: ConfigFiles,
  release: Release,
  lines: ConfigLine[],
  includes: Includes,
  connection?: Connection,
): PassResult {
  const pass = new Pass(files, release, lines, includes, connection)
  const content = files.readFile(main)
  if (content === undefined) {
    pass.errors.push({ file: main, line: 0, says: `${main}: No such file or directory`, fatal: true })
    return pass
  }
  try {
    pass.file({ file: main, never: false, matchOnly: connection !== undefined }, content, 0)
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    const { file, line } = error.at
    pass.errors.push({ file, line, says: error.message, fatal: true })
    for (const one of lines) if (one.canonical === 'include' && !one.took) one.why ??= 'error'
  }
  return pass
}

class Pass implements PassResult {
  readonly options = new Options()
  readonly errors: ConfigError[] = []
  readonly unknown: PassResult['unknown'] = []
  readonly files: string[] = []
  private active: boolean
  private cursor = 0
  private readonly source: ConfigFiles
  private readonly homes: Homes
  private readonly release: Release
  private readonly lines: ConfigLine[]
  private readonly includes: Includes
  private readonly connection: Connection | undefined

  constructor(source: ConfigFiles, release: Release, lines: ConfigLine[], includes: Includes, connection?: Connection) {
    this.includes = includes
    this.source = source
    this.homes = new Homes(source)
    this.release = release
    this.lines = lines
    this.connection = connection
    this.active = connection === undefined
  }

  file(frame: Frame, content: string, depth: number): void {
    this.files.push(frame.file)
    const texts = configLines(content, !atLeast(this.release, [8, 7]))
    for (const [i, text] of texts.entries()) this.line(frame, text, i + 1, depth)
  }

  private line(frame: Frame, raw: string, number: number, depth: number): void {
    const rest: Rest = { text: stripEnd(raw) }
    let keyword = strdelim(rest)
    if (keyword === '') keyword = strdelim(rest)
    if (keyword === undefined || keyword === '' || keyword.startsWith('#')) return
    const text = rest.text ?? ''
    const modern = atLeast(this.release, [8, 7])
    const known = keywordOf(keyword, this.release)
    const words = modern ? argvSplit(text) : oldSplit(text, known?.kind !== 'set-env')
    const line = this.entry(frame, number, keyword, known, words ?? [])
    const refuse = (says: string) => this.refuse(line, says)
    if (modern && text === '') return refuse(`no argument after keyword "${keyword}"`)
    if (!known) {
      refuse(`Bad configuration option: ${keyword}`)
      line.why = 'unknown'
    }
    if (words === undefined) return refuse('invalid quotes')
    if (!this.active && !(known?.inMatch ?? false)) {
      if (this.connection === undefined) refuse(`Directive '${keyword}' is not allowed within a Match block`)
      return
    }
    if (!known) return
    this.known(frame, known, { keyword, text, words, line }, depth)
  }

  private known(
    frame: Frame,
    known: Keyword,
    { keyword, text, words, line }: { keyword: string; text: string; words: string[]; line: ConfigLine },
    depth: number,
  ): void {
    if (known.kind === 'match') return this.match(frame, text, words, line)
    if (known.kind === 'include') return this.include(frame, keyword, words, line, depth)
    if (known.status !== 'known') {
      line.why = known.status === 'unsupported' ? 'unsupported' : 'deprecated'
      if (known.status !== 'ignored' && this.connection === undefined) {
        const what = known.status === 'unsupported' ? 'Unsupported' : 'Deprecated'
        this.errors.push({ file: line.file, line: line.line, says: `${what} option ${keyword}`, fatal: false })
      }
      return
    }
    const modern = atLeast(this.release, [8, 7])
    const args = [...words]
    // To the releases before, an empty word is the end of a list, and what follows it is garbage.
    if (!modern && known.kind === 'key-files' && !this.active) return
    const end = modern || !Object.hasOwn(LISTS, known.kind) ? -1 : args.indexOf('')
    const beyond = end < 0 ? [] : args.splice(end).slice(1)
    const reading: Reading = {
      keyword,
      name: known.name,
      kind: known.kind,
      args,
      rest: text,
      active: this.active,
      release: this.release,
      homes: this.homes,
      options: this.options,
      line,
    }
    const complaint = READERS[known.kind]!(reading)
    if (complaint !== undefined) {
      this.refuse(line, modern ? complaint : asOldSshd(complaint, known.kind, keyword, known.name))
    } else this.leftover([...reading.args, ...beyond], keyword, line)
  }

  private leftover(args: readonly string[], keyword: string, line: ConfigLine): void {
    const modern = atLeast(this.release, [8, 7])
    if (args.length === 0 || (!modern && args[0] === '')) return
    this.refuse(
      line,
      modern ? `keyword ${keyword} extra arguments at end of line` : `garbage at end of line; "${args[0]}".`,
    )
  }

  private match(frame: Frame, text: string, words: readonly string[], line: ConfigLine): void {
    const found = matchLine(text, words, frame.never ? undefined : this.connection, this.release)
    if (found.error !== undefined) {
      if (found.error !== '') this.refuse(line, found.error)
      this.refuse(line, 'Bad Match condition')
    } else if (found.leftover) this.leftover([''], line.keyword, line)
    for (const criterion of found.unknown) this.unknown.push({ criterion, file: line.file, line: line.line })
    this.active = !frame.never && found.satisfied
    frame.matchOnly = false
    frame.match = { words: text, file: line.file, line: line.line }
    line.match = frame.match
    line.took = this.active
    if (this.active) delete line.why
    else line.why ??= 'no-match'
  }

  private include(frame: Frame, keyword: string, words: readonly string[], line: ConfigLine, depth: number): void {
    if (words.length === 0) return this.refuse(line, `${keyword} missing filename argument`)
    line.took = false
    const was = this.active
    for (const word of words) {
      if (word === '') return this.refuse(line, `keyword ${keyword} empty argument`)
      const pattern = this.patternOf(word)
      for (const path of this.found(pattern)) {
        line.took = was
        const content = this.source.readFile(path)
        if (content === undefined) {
          this.refuse(line, `${path}: cannot be read`)
          continue
        }
        // 8.2 and 8.3 never satisfy a Match in a file that is included from outside of every Match.
        const forgets = atLeast(this.release, [8, 2]) && !atLeast(this.release, [8, 4])
        const matchOnly = frame.matchOnly && !forgets
        const inner: Frame = { file: path, never: !matchOnly && !was, matchOnly }
        if (frame.match) inner.match = frame.match
        if (depth === MAX_DEPTH) throw new TooMuch('Too many recursive configuration includes', line)
        this.file(inner, content, depth + 1)
        this.active = was
      }
    }
    if (!line.took) line.why ??= was ? 'no-file' : 'no-match'
    // At the top level an Include counts in the first pass, in a satisfied block in the second.
    else delete line.why
  }

  /** 8.2 puts nothing where the name belongs: a path that does not begin at the root finds no file. */
  private patternOf(word: string): string {
    if (word.startsWith('/') || word.startsWith('~')) return word
    const { major, minor } = this.release
    return `/etc/ssh/${major === 8 && minor === 2 ? '(null)' : word}`
  }

  /**
   * Files of an Include. sshd notes each one behind its pattern once it has read it, and where a pattern was noted before, that
   * is all it goes by: so a file may include its own folder, as long as another one of it was read before.
   */
  private *found(pattern: string): Generator<string> {
    const noted = this.includes.get(pattern)
    if (noted) {
      for (let i = 0; i < noted.length; i++) yield noted[i]!
      return
    }
    const note = (): string[] => {
      const paths = this.includes.get(pattern) ?? []
      this.includes.set(pattern, paths)
      return paths
    }
    const paths = this.source.glob(pattern)
    if (paths.length === 0) note()
    for (const path of paths) {
      yield path
      note().push(path)
    }
  }

  /** The line's own entry; the second pass walks the same lines, and in the same order where no file includes itself. */
  private entry(
    frame: Frame,
    number: number,
    keyword: string,
    known: Keyword | undefined,
    words: readonly string[],
  ): ConfigLine {
    const at = this.cursor++
    if (this.connection !== undefined) {
      const same = (line: ConfigLine | undefined) => line?.file === frame.file && line.line === number
      const line = same(this.lines[at]) ? this.lines[at] : this.lines.find(same)
      if (line) return line
    }
    const line: ConfigLine = {
      file: frame.file,
      line: number,
      keyword,
      canonical: known?.name ?? keyword.toLowerCase(),
      arguments: [...words],
      ...(frame.match ? { match: frame.match } : {}),
      took: false,
    }
    if (at >= MAX_LINES) throw new TooMuch('more lines than this program reads', line)
    this.lines.push(line)
    return line
  }

  private refuse(line: ConfigLine, says: string): void {
    line.why = 'error'
    this.errors.push({ file: line.file, line: line.line, says: asLogged(says), fatal: true })
  }
}
