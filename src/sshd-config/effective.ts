import { parseNumericHost, printListenAddress } from '../openssh/address-list.ts'
import type { AlgorithmKind } from './algorithms.ts'
import { asLogged } from './as-logged.ts'
import { assemble, KEY_EXCHANGE_LISTS } from './algorithms.ts'
import { defaultsOf } from './defaults.ts'
import { interpret } from './interpret.ts'
import type { ConfigFiles } from './files.ts'
import type { Includes, PassResult } from './interpret.ts'
import { notesOf } from './notes.ts'
import { lose } from './options.ts'
import type { Options, Setting } from './options.ts'
import { methodsValid } from './readings/simple.ts'
import { METHODS } from './choices.ts'
import { keywordOf } from './keywords.ts'
import type { ConfigError, ConfigLine, Connection, EffectiveConfig, Origin } from './types.ts'
import { atLeast, type Release } from '../openssh/release.ts'

export interface ConfigQuestion {
  /** Path of the main file as sshd sees it. */
  main: string
  files: ConfigFiles
  release: Release
  /** Nothing: as `sshd -T` without -C. */
  connection?: Connection
}

/** What sshd of that release makes of a configuration, for that connection. Never throws for what stands in files. */
export function effectiveConfig({ main, files, release, connection }: ConfigQuestion): EffectiveConfig {
  const lines: ConfigLine[] = []
  const includes: Includes = new Map()
  const whole = interpret(main, files, release, lines, includes)
  const errors = [...whole.errors, ...refusedAtStart(whole.options, release)]
  clearNone(whole.options, release)
  oneBringsTheOther(whole.options, release)
  const block = interpret(main, files, release, lines, includes, connection ?? {})
  for (const error of block.errors) if (!errors.some((e) => same(e, error))) errors.push(error)

  const listening = block.options.get('listenaddress')
  if (listening) refuseAddresses(listening, block.options.get('addressfamily')?.values[0] ?? 'any', errors)
  const merged = merge(whole.options, block.options, release)
  const printed = print(merged, release, errors)
  const took = new Set([...merged.values()].flatMap(({ by }) => by))
  for (const line of lines) {
    if (line.canonical === 'match' || line.canonical === 'include') continue
    line.took = took.has(line)
    if (line.took) {
      delete line.why
      delete line.wonBy
    } else line.why ??= line.match ? 'no-match' : 'first-wins'
  }
  const config: EffectiveConfig = { release, ...printed, lines, errors, notes: [], files: [...new Set(whole.files)] }
  config.notes = notesOf(config, block.unknown)
  return config
}

function same(a: ConfigError, b: ConfigError): boolean {
  return a.file === b.file && a.line === b.line && a.says === b.says
}

/** fill_default_server_options CLEAR_ON_NONE: only what stands outside Match blocks. */
const CLEARED = [
  'pidfile',
  'xauthlocation',
  'banner',
  'trustedusercakeys',
  'revokedkeys',
  'securitykeyprovider',
  'authorizedprincipalsfile',
  'forcecommand',
  'chrootdirectory',
  'hostkeyagent',
]

function clearNone(options: Options, release: Release): void {
  for (const keyword of CLEARED) {
    const setting = options.get(keyword)
    if (setting?.values[0]?.toLowerCase() === 'none') setting.values[0] = 'none'
  }
  const timeout = options.get('channeltimeout')
  // Nothing is left to print up to 9.2, `none` from 9.3 on.
  if (timeout?.values[0]?.toLowerCase() === 'none') {
    if (atLeast(release, [9, 3])) timeout.values[0] = 'none'
    else timeout.values = []
  }
}

/** sshd.c main before 8.7: ChallengeResponseAuthentication switches KbdInteractiveAuthentication on, but for Match blocks. */
function oneBringsTheOther(options: Options, release: Release): void {
  if (atLeast(release, [8, 7])) return
  const challenge = options.get('challengeresponseauthentication')
  const other = options.get('kbdinteractiveauthentication')
  if (challenge && challenge.values[0] !== 'yes') {
    // Its own default is no; only the other makes it yes.
    if (!other) options.set('kbdinteractiveauthentication', ['no'], challenge.by[0]!)
    return
  }
  if (other?.values[0] !== 'no') return
  for (const line of other.by) lose(line, 'first-wins', challenge?.by[0])
  options.settings.delete('kbdinteractiveauthentication')
}

/** `ofBlock`: what the second pass brought, for the connection alone. */
type Merged = Setting & { ofBlock?: true }

/** What a satisfied block may change: copy_set_server_options. All that may stand in one, but for `pamservicename`. */
function merge(whole: Options, block: Options, release: Release): Map<string, Merged> {
  const merged = new Map<string, Merged>(whole.settings)
  for (const [keyword, setting] of block.settings) {
    const name = keyword === 'rekeyinterval' ? 'rekeylimit' : keyword.replace(/\/.*/, '')
    if (!keywordOf(name, release)?.inMatch) continue
    const before = merged.get(keyword)
    for (const loser of before?.by ?? []) if (!setting.by.includes(loser)) lose(loser, 'match-wins', setting.by[0])
    const cleared = keyword === 'forcecommand' || keyword === 'chrootdirectory'
    const values = setting.values.map((v) => (cleared && v.toLowerCase() === 'none' ? 'none' : v))
    merged.set(keyword, { values, by: setting.by, ofBlock: true })
  }
  return merged
}

/** With the name of the field in servconf.h, which sshd complains about. */
const LISTS: Readonly<Record<string, readonly [AlgorithmKind, string]>> = {
  ciphers: ['ciphers', 'ciphers'],
  macs: ['macs', 'macs'],
  kexalgorithms: ['kex', 'kex_algorithms'],
  hostkeyalgorithms: ['key', 'hostkeyalgorithms'],
  hostbasedacceptedalgorithms: ['key', 'hostbased_accepted_algos'],
  hostbasedacceptedkeytypes: ['key', 'hostbased_accepted_algos'],
  pubkeyacceptedalgorithms: ['key', 'pubkey_accepted_algos'],
  pubkeyacceptedkeytypes: ['key', 'pubkey_accepted_algos'],
  casignaturealgorithms: ['sig', 'ca_sign_algorithms'],
}

/**
 * sshd puts every list together once when it starts and again when it knows who logs in (servconf.c assemble_algorithms, called by
 * fill_default_server_options and copy_set_server_options), and an empty list is the default to it. So what these lists lost at the
 * start is back when a login asks for them; those of the key exchange, which is over by then, stay empty.
 */
const ASKED_BY_LOGIN: ReadonlySet<string> = new Set(
  Object.keys(LISTS).filter((keyword) => !KEY_EXCHANGE_LISTS.includes(keyword)),
)

function print(
  merged: ReadonlyMap<string, Merged>,
  release: Release,
  errors: ConfigError[],
): Pick<EffectiveConfig, 'effective' | 'origin' | 'origins'> {
  const effective = defaultsOf(release)
  const origins: Record<string, Origin[]> = {}
  for (const [keyword, values] of Object.entries(effective)) origins[keyword] = values.map(() => 'default')
  const put = (keyword: string, values: string[], by: readonly ConfigLine[]) => {
    effective[keyword] = values
    origins[keyword] = values.map((_, i) => at(by[i] ?? by[0]))
  }
  for (const [keyword, { values, by, ofBlock }] of merged) {
    if (keyword.includes('/') || keyword === 'rekeyinterval' || keyword === 'listenaddress') continue
    const list = LISTS[keyword]
    if (list) {
      const defaults = effective[keyword]![0]!
      const once = assemble(values[0]!, defaults, list[0], release)
      const assembled = once === '' && ASKED_BY_LOGIN.has(keyword) && !ofBlock ? defaults : once
      if (assembled === undefined) {
        errors.push({
          ...where(by[0]!),
          says: `assemble_algorithms: ${LISTS[keyword]![1]}: invalid argument`,
          fatal: true,
        })
      }
      put(keyword, [assembled ?? values[0]!], by)
    } else if (keyword === 'rekeylimit') {
      put(keyword, [`${values[0]} ${merged.get('rekeyinterval')?.values[0] ?? 0}`], by)
    } else if (keyword === 'debianbanner' && !atLeast(release, [9, 5])) continue
    else if (values.length > 0) put(keyword, values, by)
  }
  printListen(merged, put, errors)
  printPenalties(merged, effective, put)
  const origin = Object.fromEntries(Object.entries(origins).map(([keyword, all]) => [keyword, all[0] ?? 'default']))
  return { effective, origin, origins }
}

function at(line: ConfigLine | undefined): Origin {
  return line ? where(line) : 'default'
}

function where(line: ConfigLine): { file: string; line: number } {
  return { file: line.file, line: line.line }
}

type Put = (keyword: string, values: string[], by: readonly ConfigLine[]) => void

/** add_listen_addr: every address without a port on every port; the family filters. */
function printListen(merged: ReadonlyMap<string, Merged>, put: Put, errors: ConfigError[]): void {
  const ports = merged.get('port')?.values ?? ['22']
  const family = merged.get('addressfamily')?.values[0] ?? 'any'
  const asked = merged.get('listenaddress')
  const values: string[] = []
  const by: ConfigLine[] = []
  if (!asked) {
    for (const [i, port] of ports.entries()) {
      const line = merged.get('port')?.by[i]
      const addresses = [...(family === 'inet' ? [] : ['[::]']), ...(family === 'inet6' ? [] : ['0.0.0.0'])]
      for (const address of addresses) {
        values.push(`${address}:${port}`)
        if (line) by.push(line)
      }
    }
    put('listenaddress', values, by)
    return
  }
  refuseAddresses(asked, family, errors)
  for (const [i, entry] of asked.values.entries()) {
    const [port, host] = entry.split('\t') as [string, string]
    const address = parseNumericHost(host)
    // A name would have to be looked up; it stands as it is.
    for (const p of port === '0' ? ports : [port]) {
      values.push(`${address ? printListenAddress(address) : host}:${p}`)
      by.push(asked.by[i]!)
    }
  }
  put('listenaddress', values, by)
}

/** servconf.c add_one_listen_addr; also for the second pass, whose addresses go nowhere and are looked up all the same. */
function refuseAddresses(asked: Setting, family: string, errors: ConfigError[]): void {
  for (const [i, entry] of asked.values.entries()) {
    const [, host] = entry.split('\t') as [string, string]
    const address = parseNumericHost(host)
    const fits = !address || family === 'any' || (address.length === 4) === (family === 'inet')
    const known = address !== undefined || /^[\w.%:-]+$/.test(host)
    if (fits && known) continue
    const why = fits ? 'Name or service not known' : 'Address family for hostname not supported'
    const error = { ...where(asked.by[i]!), says: asLogged(`bad addr or host: ${host} (${why})`), fatal: true }
    if (!errors.some((one) => same(one, error))) errors.push(error)
  }
}

function printPenalties(merged: ReadonlyMap<string, Merged>, effective: Record<string, string[]>, put: Put): void {
  const enabled = merged.get('persourcepenalties/enabled')
  const defaults = effective['persourcepenalties']?.[0]
  if (!enabled || defaults === undefined) return
  const overflow = merged.get('persourcepenalties/overflow')
  const parts = defaults.split(' ').map((part) => {
    const name = part.slice(0, part.indexOf(':'))
    // overflow goes for IPv6 too, unless overflow6 is said (fill_default_server_options).
    const set = merged.get(`persourcepenalties/${name}`) ?? (name === 'overflow6' ? overflow : undefined)
    return set ? `${name}:${set.values[0]}` : part
  })
  const by = [...merged].filter(([k]) => k.startsWith('persourcepenalties/')).flatMap(([, s]) => s.by)
  put('persourcepenalties', [enabled.values[0] === 'no' ? 'no' : parts.join(' ')], by)
}

/** sshd.c main after the first pass: what can be read and still keeps sshd from starting. */
function refusedAtStart(options: Options, release: Release): ConfigError[] {
  const errors: ConfigError[] = []
  for (const what of ['AuthorizedKeysCommand', 'AuthorizedPrincipalsCommand']) {
    const command = options.get(what.toLowerCase())
    if (!command || command.values[0]!.toLowerCase() === 'none' || options.has(`${what.toLowerCase()}user`)) continue
    errors.push({ ...where(command.by[0]!), says: `${what} set without ${what}User`, fatal: true })
  }
  const methods = options.get('authenticationmethods')
  const lists = methods?.values[0]?.split(' ') ?? []
  if (methods && lists[0] !== 'any' && !lists.some((list) => enabledMethods(list, options, release))) {
    const says = 'AuthenticationMethods cannot be satisfied by enabled authentication methods'
    errors.push({ ...where(methods.by[0]!), says, fatal: true })
  }
  return errors
}

const SWITCH: Readonly<Record<string, string>> = {
  publickey: 'pubkeyauthentication',
  password: 'passwordauthentication',
  'keyboard-interactive': 'kbdinteractiveauthentication',
  hostbased: 'hostbasedauthentication',
  'gssapi-with-mic': 'gssapiauthentication',
  // The patch asks for the same switch, not for GSSAPIKeyExchange.
  'gssapi-keyex': 'gssapiauthentication',
}

function enabledMethods(list: string, options: Options, release: Release): boolean {
  const defaults = defaultsOf(release)
  return (
    methodsValid(list) &&
    list.split(',').every((method) => {
      const keyword = SWITCH[method.replace(/:.*$/s, '')]
      if (keyword === undefined) return METHODS.includes(method)
      return (options.get(keyword)?.values[0] ?? defaults[keyword]?.[0]) === 'yes'
    })
  )
}

export type { ConfigFiles, PassResult }
