import type { Screen } from '../report/paint/screen.ts'

type Env = Readonly<Record<string, string | undefined>>

/** As far as a stream is asked: `process.stdout` is one. */
interface Stream {
  isTTY?: boolean
  columns?: number
}

const DEFAULT_COLUMNS = 80

/**
 * What the reader of `stream` can show, by one rule for every verb. `--color` and `--no-color` insist; otherwise colour is for
 * terminals, and NO_COLOR (no-color.org) and TERM=dumb switch it off. A terminal's width is its own; where there is none, COLUMNS
 * may say it. Files and pipes get UTF-8, whatever the locale.
 */
export function screenOf(stream: Stream, env: Env, asked?: boolean): Screen {
  const terminal = stream.isTTY === true
  return {
    columns: stream.columns || columnsOf(env['COLUMNS']),
    colour: asked ?? (terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb'),
    utf8: !terminal || showsUtf8(env),
  }
}

function columnsOf(text: string | undefined): number {
  return /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : DEFAULT_COLUMNS
}

/**
 * Whether a terminal shows UTF-8. Only a locale that is set can say no: where none is, as in most containers, terminals show
 * UTF-8 all the same (systemd's is_locale_utf8 takes it so, too).
 */
function showsUtf8(env: Env): boolean {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((each) => each !== undefined && each !== '')
  return locale === undefined || /utf-?8/i.test(locale)
}
