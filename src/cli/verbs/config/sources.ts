import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { openAccess } from '../../../access/open-access.ts'
import { visible } from '../../../core/visible.ts'
import { diskContext, machineContext } from '../../../probes/sshd/audit-context.ts'
import type { MachineContext } from '../../../probes/sshd/audit-context.ts'
import { localFiles, remoteConfig } from '../../../probes/sshd/config-files.ts'
import { askHost, groupsIn, installedDistribution, packagedRelease } from '../../../probes/sshd/config-host.ts'
import { asPrinted } from '../../../sshd-config/as-printed.ts'
import { differing } from '../../../sshd-config/differing.ts'
import type { Differing } from '../../../sshd-config/differing.ts'
import { effectiveConfig } from '../../../sshd-config/effective.ts'
import type { ConfigQuestion } from '../../../sshd-config/effective.ts'
import { heedSshd } from '../../../sshd-config/heed.ts'
import type { ConfigFiles } from '../../../sshd-config/files.ts'
import type { Connection, EffectiveConfig } from '../../../sshd-config/types.ts'
import { NEWEST, parseRelease, type Distribution, type Release } from '../../../openssh/release.ts'

/** A configuration that was read, and where. */
export interface Read {
  question: ConfigQuestion
  config: EffectiveConfig
  where: string
  /** Half a sentence: why this release is meant. */
  releaseFrom: string
  disagreements?: Differing[]
  /** What an audit looks at beside the configuration; filled where one was asked for. */
  machine?: MachineContext
}

interface Asked {
  release: Release | undefined
  connection: Connection | undefined
  audit?: boolean
}

/** A file of this disk, or of what lies under `root`. */
export function readLocal(path: string, root: string | undefined, asked: Asked): Read | { unread: string } {
  const files = localFiles(root === undefined ? '/' : resolve(root))
  const main = root === undefined ? resolve(path) : resolve('/', path)
  if (files.readFile(main) === undefined) {
    const under = root === undefined ? '' : ` under ${visible(root)}`
    return { unread: `${visible(main)}${under} cannot be read: there is no such file, or you may not.` }
  }
  if (root === undefined && statSync(main).isDirectory())
    return { unread: `${visible(main)} is a folder; sshd's configuration is a file, such as /etc/ssh/sshd_config.` }
  const { release, from } = releaseFor(asked.release, files, root)
  const { user } = asked.connection ?? {}
  // A folder with little more than /etc/ssh in it is meant for this machine and its people.
  const people = root !== undefined && files.readFile('/etc/passwd') === undefined ? localFiles('/') : files
  const groups = user === undefined || asked.connection?.groups ? undefined : groupsIn(people, user)
  const connection = asked.connection && { ...asked.connection, ...(groups && { groups }) }
  const question: ConfigQuestion = { main, files, release, ...(connection && { connection }) }
  const config = effectiveConfig(question)
  // Another file on this disk may be anybody's.
  const ours = root !== undefined || main === '/etc/ssh/sshd_config'
  return {
    question,
    config,
    ...(asked.audit && ours && { machine: diskContext(files, config) }),
    where: root === undefined ? 'this disk' : visible(root),
    releaseFrom: from,
  }
}

/** The files, the release and sshd's own opinion through a way in. */
export async function readThrough(
  to: string,
  ssh: readonly string[],
  { main, ...asked }: Asked & { main: string },
): Promise<Read | { unread: string }> {
  const access = await openAccess(to, { ssh: [...ssh] })
  if (!('exec' in access)) return { unread: access.failed }
  try {
    const host = await askHost(access, main, asked.connection)
    const release = asked.release ?? host.release ?? NEWEST
    const connection = asked.connection && { ...asked.connection, ...(host.groups && { groups: host.groups }) }
    const question = { main, release, ...(connection && { connection }) }
    const read = await remoteConfig(access, question)
    if ('unread' in read) return read
    const comparable = asked.release === undefined && host.real !== undefined
    const config = comparable ? heedSshd(read.config, host.real!) : read.config
    const machine = asked.audit ? await machineContext(access, config) : undefined
    return {
      question: { ...question, files: read.files },
      config,
      ...(machine && { machine }),
      where: access.via,
      releaseFrom: asked.release
        ? 'as you said'
        : host.release
          ? 'its sshd was asked'
          : 'the newest known; nobody could be asked',
      ...(comparable &&
        host.real!.ok && {
          disagreements: differing(
            { ...read.config, effective: host.real!.values, origin: {}, origins: {} },
            { ...read.config, effective: asPrinted(read.config) },
          ),
        }),
    }
  } finally {
    await access.close()
  }
}

/**
 * 9.2 and 10.0 are known as Debian builds them, and are mostly met so; other releases are taken as upstream's unless the files
 * around say whose build it is.
 */
function releaseFor(
  said: Release | undefined,
  files: ConfigFiles,
  root: string | undefined,
): { release: Release; from: string } {
  const distribution = installedDistribution(files)
  if (said) {
    const measured = (said.major === 9 && said.minor === 2) || (said.major === 10 && said.minor === 0)
    const build =
      said.distribution ?? (root !== undefined ? distribution : undefined) ?? (measured ? 'debian' : undefined)
    return { release: build ? { ...said, distribution: build } : said, from: 'as you said' }
  }
  if (root !== undefined) {
    const packaged = packagedRelease(files)
    if (packaged) return { release: packaged, from: 'its package database says so' }
  } else {
    const installed = installedRelease(distribution)
    if (installed) return { release: installed, from: 'the sshd of this machine was asked' }
  }
  return { release: NEWEST, from: 'the newest known, because no sshd could be asked; --release says which is meant' }
}

function installedRelease(distribution: Distribution | undefined): Release | undefined {
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`
  const ran = spawnSync('sshd', ['-V'], {
    env: { PATH: path },
    encoding: 'utf8',
    timeout: 5000,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const release = parseRelease(`${ran.stderr ?? ''}\n${ran.stdout ?? ''}`)
  return release && distribution ? { ...release, distribution } : release
}
