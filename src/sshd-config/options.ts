import type { ConfigLine } from './types.ts'

/** What has been set so far in one pass over the configuration: the `ServerOptions` of servconf.c. */

export interface Setting {
  /** As `sshd -T` prints them, one an output line. */
  values: string[]
  /** The line that set each. */
  by: ConfigLine[]
}

export class Options {
  readonly settings = new Map<string, Setting>()

  has(keyword: string): boolean {
    return this.settings.has(keyword)
  }

  get(keyword: string): Setting | undefined {
    return this.settings.get(keyword)
  }

  /** The first line that says it wins. */
  first(keyword: string, value: string, line: ConfigLine): void {
    this.firstOf(keyword, [value], line)
  }

  /** The same for a keyword that prints several lines. */
  firstOf(keyword: string, values: readonly string[], line: ConfigLine): void {
    const before = this.settings.get(keyword)
    if (before) lose(line, 'first-wins', before.by[0])
    else this.set(keyword, [...values], line)
  }

  /** The last line that says it wins. */
  last(keyword: string, value: string, line: ConfigLine): void {
    for (const loser of this.settings.get(keyword)?.by ?? []) lose(loser, 'last-wins', line)
    this.set(keyword, [value], line)
  }

  /** Every line adds. */
  append(keyword: string, values: readonly string[], line: ConfigLine): void {
    const setting = this.settings.get(keyword) ?? { values: [], by: [] }
    for (const value of values) {
      setting.values.push(value)
      setting.by.push(line)
    }
    if (values.length > 0) this.settings.set(keyword, setting)
  }

  set(keyword: string, values: string[], line: ConfigLine): void {
    this.settings.set(keyword, { values, by: values.map(() => line) })
  }
}

export function lose(line: ConfigLine, why: NonNullable<ConfigLine['why']>, winner: ConfigLine | undefined): void {
  line.why = why
  if (winner && winner !== line) line.wonBy = { file: winner.file, line: winner.line }
}
