import { known, type ProbeContext } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import type { Connection } from '../../sshd-config/types.ts'
import { remoteConfig } from './config-files.ts'
import { shell } from '../shell/shell.ts'
import { atLeast, distributionOf, OLDEST, parseRelease } from '../../openssh/release.ts'

/**
 * What sshd would do, by our own reading of its files: for those who may read them and may not run `sshd -T`. Undefined
 * where the release or the files cannot be had; a file of an Include that may not be read would change what counts.
 */
export async function modelledConfig(
  context: ProbeContext,
  { main, version, connection }: { main: string; version: string | undefined; connection: Connection },
): Promise<Facts['sshd-effective'] | undefined> {
  const release = parseRelease(version ?? '')
  // What an older sshd makes of its lines nobody knows here.
  if (!context.access || !release || !atLeast(release, [OLDEST.major, OLDEST.minor])) return undefined
  const distribution = distributionOf(known(context.facts, 'inside-session')?.os ?? '')
  const groups = await groupsOf(context, connection.user)
  const read = await remoteConfig(context.access, {
    main,
    release: distribution ? { ...release, distribution } : release,
    connection: { ...connection, ...(groups && { groups }) },
  })
  if ('unread' in read) return undefined
  const { config, files } = read
  const named = config.lines.filter(({ keyword }) => keyword === 'include').flatMap(({ arguments: words }) => words)
  const hidden = named
    .flatMap((pattern) => files.glob(absolute(pattern)))
    .some((path) => files.readFile(path) === undefined)
  if (hidden) return undefined
  const fatal = config.errors.find((error) => error.fatal)
  const values = Object.fromEntries(
    Object.entries(config.effective).map(([keyword, all]) => [keyword, all.map((value) => visible(value, 4000))]),
  )
  return fatal
    ? {
        ok: false,
        refusal: {
          says: visible(`${fatal.file} line ${fatal.line}: ${fatal.says}`, 400),
          about: 'configuration',
          file: visible(fatal.file, 300),
          line: fatal.line,
        },
        values: {},
      }
    : { ok: true, values }
}

/** servconf.c: what does not begin at the root lies under /etc/ssh. */
const absolute = (path: string): string => (path.startsWith('/') ? path : `/etc/ssh/${path}`)

async function groupsOf(context: ProbeContext, user: string | undefined): Promise<string[] | undefined> {
  if (user === undefined) return undefined
  const { stdout, code } = await shell(context, 'id -Gn -- "$1" 2>/dev/null', [user], { timeoutMs: 5000 })
  return code === 0 ? stdout.trim().split(/\s+/).filter(Boolean) : []
}
