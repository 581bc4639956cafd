import { known } from '../core/probe.ts'
import { clientLog } from '../core/seen.ts'
import type { FactSheet, Target } from '../core/types.ts'
import { visible } from '../core/visible.ts'
import { insideWords } from './inside-words.ts'

/** A word that stands in a command line as it is; anything else, an option's dash in front included, is left out of commands we print for copying. */
const PLAIN = /^(?!-)[\w@%+=:,./~[\]-]+$/

/**
 * Fills `{host}`, `{port}`, `{user}`, `{destination}` and the like into advice. A command is a line somebody will paste
 * into a shell, so a value that is not plain there is shown as its placeholder's name instead.
 */
export function placeFacts(text: string, facts: FactSheet, target?: Target): string {
  const config = known(facts, 'ssh-config')
  const log = clientLog(facts)
  const badKey = known(facts, 'key-files')?.files.find(
    (f) => f.state === 'too-open' || f.state === 'missing' || f.state === 'passphrase',
  )
  const other = known(facts, 'other-ssh-port')?.contacts.find((c) => c.identification !== undefined)
  const host = config?.host ?? target?.host
  const port = config?.port ?? target?.port
  const values: Record<string, string | undefined> = {
    host,
    port: port === undefined ? undefined : String(port),
    user: config?.user ?? target?.user,
    destination: target?.destination,
    keyfile: badKey?.path ?? log?.keyProblems[0]?.path,
    jump: jumpWords(config?.proxyJump),
    otherport: other ? String(other.port) : undefined,
    knownhost: host && port && port !== 22 ? `[${host}]:${port}` : host,
    algorithmoption: algorithmOption(log?.noCommon),
    ...insideWords(facts),
  }
  return text.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key]
    return value !== undefined && PLAIN.test(value) ? visible(value) : key.toUpperCase()
  })
}

/** The first jump as a destination ssh takes; with a port that is a URI (ssh(1)). */
function jumpWords(proxyJump: string | undefined): string | undefined {
  const first = proxyJump?.split(',')[0]?.replace(/^ssh:\/\//, '')
  return first && /[^:]:\d+$/.test(first) ? `ssh://${first}` : first
}

/** `-o` keyword for what there was none of, adding the first algorithm the server offers (`+name`, ssh_config(5)). */
function algorithmOption(none: { what: string; theirs: string } | undefined): string | undefined {
  const first = none?.theirs.split(',')[0]
  if (!none || !first) return undefined
  const keyword = /host ?key/i.test(none.what)
    ? 'HostKeyAlgorithms'
    : /cipher/i.test(none.what)
      ? 'Ciphers'
      : /mac/i.test(none.what)
        ? 'MACs'
        : 'KexAlgorithms'
  return `${keyword}=+${first}`
}
