import type { SshConfigFact } from '../core/types.ts'

const FORWARDS = ['local', 'remote', 'dynamic'] as const

/**
 * Reads what `ssh -G` prints: one `keyword value` a line, keywords in lower case, a list as repeated lines.
 * `none` reads as absent for everything but identity files and the agent, where it is a choice of its own.
 * A path with a space in `userknownhostsfile` cannot be told from two paths: ssh prints no quotes.
 * @returns the configuration, or undefined where the text is no such dump
 */
export function parseConfigDump(text: string): Omit<SshConfigFact, 'ok'> | undefined {
  const values = new Map<string, string[]>()
  for (const line of text.split(/\r?\n/)) {
    const space = line.indexOf(' ')
    if (space <= 0) continue
    const keyword = line.slice(0, space).toLowerCase()
    values.set(keyword, [...(values.get(keyword) ?? []), line.slice(space + 1)])
  }
  const first = (keyword: string) => values.get(keyword)?.[0]
  const chosen = (keyword: string) => {
    const value = first(keyword)
    return value === undefined || value === '' || value.toLowerCase() === 'none' ? undefined : value
  }
  const count = (keyword: string) => {
    const value = Number(chosen(keyword))
    return Number.isInteger(value) && value > 0 ? value : undefined
  }

  const host = first('hostname')
  const port = count('port')
  if (host === undefined || port === undefined) return undefined
  const forwards = FORWARDS.filter((kind) => values.has(`${kind}forward`))
  const family = first('addressfamily')
  return {
    host,
    port,
    user: first('user'),
    identityFiles: values.get('identityfile') ?? [],
    certificateFiles: values.get('certificatefile') ?? [],
    identitiesOnly: first('identitiesonly') === 'yes',
    identityAgent: first('identityagent'),
    proxyCommand: chosen('proxycommand'),
    proxyJump: chosen('proxyjump'),
    controlPath: chosen('controlpath'),
    controlMaster: first('controlmaster'),
    addressFamily: family === 'inet' || family === 'inet6' ? family : 'any',
    connectTimeout: count('connecttimeout'),
    bindAddress: chosen('bindaddress'),
    strictHostKeyChecking: first('stricthostkeychecking'),
    userKnownHostsFiles: chosen('userknownhostsfile')?.split(' ') ?? [],
    hostKeyAlias: chosen('hostkeyalias'),
    hasRemoteCommand: chosen('remotecommand') === undefined ? undefined : true,
    ...(forwards.length > 0 && { forwards }),
    // `none` is a value of this one, and not the absence of one.
    sessionType: first('sessiontype'),
  }
}
