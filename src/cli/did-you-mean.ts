import type { Case } from '../core/types.ts'
import { nearest } from './nearest.ts'
import { VERBS } from './verbs.ts'

const TYPED = [...VERBS.filter(({ reads }) => reads !== 'ssh').map(({ name }) => name), 'help', 'version']

/**
 * What may have been meant where the typed destination is the name of no host: a verb with a slip in it, a port behind a
 * colon as browsers take it, an address in brackets. One sentence; undefined where nothing comes to mind.
 */
export function slipIn(typed: string | undefined, { facts }: Case): string | undefined {
  const lookup = facts['name-lookup']
  if (typed === undefined || lookup === undefined || 'missing' in lookup || lookup.value.error === undefined) return
  const [, user = '', host = ''] = /^(.*@)?(.*)$/s.exec(typed) ?? []
  const bracketed = /^\[([\da-fA-F:.]*:[\da-fA-F:.]*(?:%\w+)?)\](?::(\d{1,5}))?$/.exec(host)
  if (bracketed)
    return `ssh takes an IPv6 address without brackets. Write: ${withPort(bracketed[2])}${user}${bracketed[1]}`
  const port = /^([^:[\]]+):(\d{1,5})$/.exec(host)
  if (port) return `ssh takes no port behind the host. Write: ${withPort(port[2])}${user}${port[1]}`
  const verb = nearest(typed.toLowerCase(), TYPED)
  if (verb === undefined) return
  const right = verb === 'help' || verb === 'version' ? `--${verb}` : verb
  return `'${typed}' was taken for a host, as ssh would. If you meant the verb, write: sshmedic ${right}`
}

const withPort = (port: string | undefined): string => `sshmedic ${port === undefined ? '' : `-p ${port} `}`
