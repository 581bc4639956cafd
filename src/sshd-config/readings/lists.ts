import { matchAddressList } from '../../openssh/address-list.ts'
import { parsePort, parseTime } from '../numbers.ts'
import type { Reader, Reading } from '../reading.ts'
import { methodsValid } from './simple.ts'
import { atLeast } from '../../openssh/release.ts'

/** Lines with any number of arguments. */

/** From 10.0 on a list without any word is refused (`AllowUsers # nobody`). */
const wantsWords = (r: Reading): boolean => atLeast(r.release, [9, 9])
const noneSpecified = (r: Reading): string => `no ${r.keyword} specified`

/** Every line adds its words; `check` returns a complaint. */
function adding(check: (r: Reading, text: string) => string | undefined): Reader {
  return (r) => {
    const texts = r.args.splice(0)
    for (const [i, text] of texts.entries()) {
      const complaint = check(r, text)
      if (complaint === undefined) continue
      if (r.active) r.options.append(r.name, texts.slice(0, i), r.line)
      return complaint
    }
    if (texts.length === 0 && wantsWords(r)) return noneSpecified(r)
    if (r.active) r.options.append(r.name, texts, r.line)
    return undefined
  }
}

const users = adding((r, text) => {
  // match.c match_user: names may have an @ of their own since 9.9.
  const at = atLeast(r.release, [9, 9]) ? text.lastIndexOf('@') : text.indexOf('@')
  const bad = text === '' || (at >= 0 && matchAddressList(undefined, text.slice(at + 1), r.release) === -2)
  return bad ? `invalid ${r.keyword} pattern: "${text}"` : undefined
})

const groups = adding((r, text) => (text === '' ? `empty ${r.keyword} pattern` : undefined))

const acceptEnv = adding((_, text) => (text === '' || text.includes('=') ? 'Invalid environment name.' : undefined))

/** `none` stands alone or not at all. */
function aloneNone(r: Reading, texts: readonly string[]): string | undefined {
  const at = texts.findIndex((text) => text.toLowerCase() === 'none')
  return at >= 0 && texts.length > 1 ? `keyword ${r.keyword} "none" argument must appear alone.` : undefined
}

function firstList(r: Reading, values: readonly string[], oneLine: boolean): undefined {
  if (!r.active || values.length === 0) return undefined
  if (oneLine) r.options.first(r.name, values.join(' '), r.line)
  else r.options.firstOf(r.name, values, r.line)
  return undefined
}

function setEnv(r: Reading): string | undefined {
  const names = new Set<string>()
  const kept: string[] = []
  const texts = r.args.splice(0)
  for (const text of texts) {
    const equals = text.indexOf('=')
    if (text === '' || equals < 0) return 'Invalid environment.'
    const name = text.slice(0, equals)
    // Up to 8.6 a name that comes twice is set twice.
    if (!names.has(name) || !atLeast(r.release, [8, 7])) kept.push(text)
    names.add(name)
  }
  if (texts.length === 0 && wantsWords(r)) return noneSpecified(r)
  return firstList(r, kept, false)
}

function logVerbose(r: Reading): string | undefined {
  const texts = r.args.splice(0)
  const alone = emptyOrNone(r, texts)
  if (alone !== undefined) return alone
  if (texts.length === 0 && wantsWords(r)) return noneSpecified(r)
  return firstList(r, texts, true)
}

function emptyOrNone(r: Reading, texts: readonly string[]): string | undefined {
  const empty = texts.indexOf('')
  const none = texts.findIndex((text) => text.toLowerCase() === 'none')
  if (none >= 0 && texts.length > 1 && (empty < 0 || none < empty)) return aloneNone(r, texts)
  return empty >= 0 ? `keyword ${r.keyword} empty argument` : undefined
}

function keyFiles(r: Reading): string | undefined {
  const texts = r.args.splice(0)
  const alone = atLeast(r.release, [10, 3]) ? emptyOrNone(r, texts) : undefined
  if (alone !== undefined) return alone
  if (texts.includes('')) return `keyword ${r.keyword} empty argument`
  if (texts.length === 0 && wantsWords(r)) return noneSpecified(r)
  const nobody = texts.map((text) => r.homes.refuses(text)).find((says) => says !== undefined)
  return (
    nobody ??
    firstList(
      r,
      texts.map((text) => r.homes.expand(text)),
      true,
    )
  )
}

function methods(r: Reading): string | undefined {
  const texts = r.args.splice(0)
  let any = false
  for (const [i, text] of texts.entries()) {
    if (text === 'any') {
      // 9.2 asks what is set so far, which is this line's own words only where they count.
      if (i > 0 && atLeast(r.release, [9, 9])) return `"any" must appear alone in ${r.keyword}`
      const set =
        (r.options.get(r.name) ?? (r.active && i > 0)) !== false && (r.options.has(r.name) || (r.active && i > 0))
      if (!atLeast(r.release, [9, 9]) && set) return `"any" must appear alone in ${r.keyword}`
      any = true
    } else if (any) return `"any" must appear alone in ${r.keyword}`
    else if (!methodsValid(text)) return `invalid ${r.keyword} method list.`
  }
  if (texts.length === 0) return noneSpecified(r)
  return firstList(r, texts, true)
}

function channelTimeout(r: Reading): string | undefined {
  const texts = r.args.splice(0)
  for (const [i, text] of texts.entries()) {
    if (text.toLowerCase() === 'none') {
      // 9.2 never counts its own words, so `none` may come last there.
      const before = atLeast(r.release, [9, 9]) && i > 0
      if (before || i < texts.length - 1) return `keyword ${r.keyword} "none" argument must appear alone.`
      continue
    }
    const equals = text.indexOf('=')
    if (equals <= 0 || parseTime(text.slice(equals + 1), r.release) === undefined)
      return `invalid channel timeout ${text}`
  }
  if (texts.length === 0 && wantsWords(r)) return noneSpecified(r)
  return firstList(r, texts, true)
}

/** PermitOpen and PermitListen. */
function permit(r: Reading): string | undefined {
  const strict = atLeast(r.release, [9, 9])
  const texts = r.args
  if (!strict && !texts[0]) return `${r.keyword} missing argument.`
  const kept: string[] = []
  for (let text = texts.shift(); text !== undefined; text = texts.shift()) {
    if (text === 'any' || text === 'none') {
      if (strict && kept.length > 0) return `${text} must appear alone on a ${r.keyword} line.`
      if (strict || kept.length === 0) {
        kept.push(text)
        if (strict) continue
        break
      }
    }
    if (text === '' && !strict) break
    const complaint = permitted(r, text, kept)
    if (complaint !== undefined) return complaint
  }
  if (kept.length === 0) return `${r.keyword} missing argument.`
  return firstList(r, kept, true)
}

function permitted(r: Reading, text: string, kept: string[]): string | undefined {
  const bare = r.name === 'permitlisten' && !text.includes(':')
  const cut = bare ? { host: '*', port: text } : splitHostPort(text)
  if (!cut) return `${r.keyword} missing host`
  if (cut.port === undefined || (cut.port !== '*' && parsePort(cut.port) <= 0)) return `${r.keyword} bad port number`
  kept.push(bare ? `*:${text}` : text)
  return undefined
}

/** misc.c hpdelim: `host:port`, `[host]:port`; no port where there is no colon; a slash is refused. */
export function splitHostPort(text: string): { host: string; port: string | undefined } | undefined {
  let at: number
  if (text.startsWith('[')) {
    const close = text.indexOf(']')
    if (close < 0) return undefined
    at = close + 1
  } else {
    const delimiter = text.search(/[:/]/)
    at = delimiter < 0 ? text.length : delimiter
  }
  const host = text.slice(0, at)
  if (at >= text.length) return { host, port: undefined }
  return text[at] === ':' ? { host, port: text.slice(at + 1) } : undefined
}

export const LISTS: Readonly<Record<string, Reader>> = {
  users,
  groups,
  'accept-env': acceptEnv,
  'set-env': setEnv,
  'log-verbose': logVerbose,
  'key-files': keyFiles,
  methods,
  'channel-timeout': channelTimeout,
  permit,
}
