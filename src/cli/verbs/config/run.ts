import { existsSync } from 'node:fs'
import { adviceOf } from '../../../knowledge/config-rules/advice.ts'
import type { AuditContext } from '../../../sshd-config/audit-context.ts'
import type { Finding } from '../../../knowledge/config-rules/types.ts'
import { differing } from '../../../sshd-config/differing.ts'
import { parsePort } from '../../../sshd-config/numbers.ts'
import type { Connection, EffectiveConfig } from '../../../sshd-config/types.ts'
import type { ConfigReport } from '../../../report/config/report.ts'
import { painted } from '../../../report/painted.ts'
import { EXIT } from '../../exit.ts'
import type { ValuesOf } from '../../option.ts'
import { formatOf } from '../../options/formats.ts'
import { sshWords } from '../../options/ssh.ts'
import { screenOf } from '../../screen.ts'
import { writeError, writeResult } from '../../streams.ts'
import { Unreadable } from '../../verb-words.ts'
import type { OPTIONS } from './options.ts'
import { readLocal, readThrough } from './sources.ts'
import type { Read } from './sources.ts'
import { isKnown, parseRelease, type Release } from '../../../openssh/release.ts'
import { unknownRelease } from './unknown-release.ts'

type Values = ValuesOf<typeof OPTIONS>

type Format = (typeof FORMS)[number]

const FORMS = ['json', 'markdown', 'html'] as const
const MAIN = '/etc/ssh/sshd_config'

/** `sshmedic config …`: what sshd makes of its configuration. */
export async function run(
  { values, positionals }: { values: Values; positionals: string[] },
  version: string,
): Promise<number> {
  if (positionals.length > 1) throw new Unreadable(`one file or destination, not ${positionals.length}.`)
  if (positionals[0] === '-') throw new Unreadable('a configuration is read from a file, because its Includes are too.')
  const format = formatOf(values, FORMS)
  const release = releaseOf(values)
  const connection = connectionOf(values)
  const target = positionals[0]
  const audit = values.audit === true || values.recommend === true
  const read = await readTarget(target, values, { release, connection, audit })
  if ('unread' in read) {
    writeError(read.unread)
    return EXIT.unknown
  }
  const { question } = read
  const config = read.config
  const findings = audit ? await auditOf(read) : undefined
  const report: ConfigReport = {
    version,
    main: question.main,
    where: read.where,
    releaseFrom: read.releaseFrom,
    ...(question.connection && { connection: question.connection }),
    config,
    explain: values.explain === true,
    ...(values.audit && findings && { audit: findings }),
    ...(values.recommend && findings && adviceOf(findings, question, config)),
    ...(read.disagreements && { disagreements: read.disagreements }),
  }
  if (values.diff !== undefined) {
    const other = readLocal(values.diff, values.root, { release: question.release, connection: question.connection })
    if ('unread' in other) {
      writeError(other.unread)
      return EXIT.unknown
    }
    report.diff = {
      with: values.diff,
      differing: differing(config, other.config),
      refused: other.config.errors.filter((error) => error.fatal),
    }
  }
  const written = await writeResult(await render(report, values, format))
  const starts = (report.diff?.refused.length ?? 0) === 0
  return (
    exitOf(config, values.audit ? findings : undefined) ||
    (starts ? 0 : EXIT.unreachable) ||
    (written ? EXIT.reachable : EXIT.unknown)
  )
}

async function readTarget(
  target: string | undefined,
  values: Values,
  asked: { release: Release | undefined; connection: Connection | undefined; audit: boolean },
): Promise<Read | { unread: string }> {
  if (values.local) {
    if (values.root !== undefined) throw new Unreadable('--local is this machine as it runs; --root goes with a FILE.')
    return readThrough('local', [], { ...asked, main: target ?? MAIN })
  }
  const isFile = target === undefined || values.root !== undefined || target.includes('/') || existsSync(target)
  if (isFile) return readLocal(target ?? MAIN, values.root, asked)
  return readThrough(target, sshWords(values), { ...asked, main: MAIN })
}

function releaseOf({ release }: Values): Release | undefined {
  if (release === undefined) return undefined
  const read = parseRelease(release)
  if (!read) throw new Unreadable(`--release wants a release such as 9.2, or what sshd -V prints, not '${release}'.`)
  if (!isKnown(read)) throw new Unreadable(unknownRelease(read))
  return read
}

function connectionOf(values: Values): Connection | undefined {
  const { user, host, rdomain, lport } = values
  const address = values.address ?? values.addr
  const localAddress = values.laddress ?? values.laddr
  const localPort = lport === undefined ? undefined : parsePort(lport)
  if (localPort !== undefined && localPort <= 0) throw new Unreadable(`--lport wants a port, not '${lport}'.`)
  const connection: Connection = {
    ...(user !== undefined && { user }),
    ...(host !== undefined && { host }),
    ...(address !== undefined && { address }),
    ...(localAddress !== undefined && { localAddress }),
    ...(localPort !== undefined && { localPort }),
    ...(rdomain !== undefined && { rdomain }),
    ...(values['invalid-user'] && { invalidUser: true }),
  }
  return Object.keys(connection).length === 0 ? undefined : connection
}

async function auditOf({ question, config, machine }: Read): Promise<Finding[]> {
  const { audit } = await import('../../../knowledge/config-rules/audit.ts')
  const { user, groups, address } = question.connection ?? {}
  const context: AuditContext = {
    ...machine,
    // Who is asked about is whom nobody wants to shut out.
    ...(user !== undefined && { user, present: user }),
    ...(groups !== undefined && { groups }),
    ...(address !== undefined && { address }),
  }
  return audit(config, context)
}

function exitOf(config: EffectiveConfig, findings: readonly Finding[] | undefined): number {
  const fatal = config.errors.some((error) => error.fatal)
  const grave = findings?.some(({ severity, side }) => severity === 'critical' && side === 'reachability') ?? false
  return fatal || grave ? EXIT.unreachable : EXIT.reachable
}

async function render(report: ConfigReport, values: Values, format: Format | undefined): Promise<string> {
  if (format === 'json') return (await import('../../../report/config/json.ts')).configToJson(report)
  const { configPage } = await import('../../../report/pages/config.ts')
  return painted(configPage(report), format ?? 'terminal', screenOf(process.stdout, process.env, values.color))
}
