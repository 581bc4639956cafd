import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { visible } from '../../../core/visible.ts'
import { buildOf } from '../../../sshd-config/build.ts'
import { readMainFile } from './read-file.ts'
import type { MainFile } from './read-file.ts'
import { unknownRelease } from './unknown-release.ts'
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
import type { Connection, EffectiveConfig } from '../../../sshd-config/types.ts'
import { atLeast, isKnown, NEWEST, OLDEST, parseRelease, releaseNumber } from '../../../openssh/release.ts'
import type { Distribution, Release } from '../../../openssh/release.ts'

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
  const under = root === undefined ? undefined : resolve(root)
  const main = root === undefined ? resolve(path) : resolve('/', path)
  const read = readMainFile(path, under, main)
  if ('unread' in read) return read
  const { files } = read
  const meant = releaseFor(asked.release, read, under)
  if ('unread' in meant) return meant
  const { release, from } = meant
  const { user } = asked.connection ?? {}
  // A folder with little more than /etc/ssh in it is meant for this machine and its people.
  const people = root !== undefined && files.readFile('/etc/passwd') === undefined ? localFiles('/') : files
  const groups = user === undefined || asked.connection?.groups ? undefined : groupsIn(people, user)
  const connection = asked.connection && { ...asked.connection, ...(groups && { groups }) }
  const question: ConfigQuestion = { main, files, release, ...(connection && { connection }) }
  const config = withPasteNote(effectiveConfig(question), read)
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
  // A way in brings what reads ssh's own words along; a file on this disk needs none of it.
  const { openAccess } = await import('../../../access/open-access.ts')
  const access = await openAccess(to, { ssh: [...ssh] })
  if (!('exec' in access)) return { unread: access.failed }
  try {
    const host = await askHost(access, main, asked.connection)
    const found = host.release && !asked.release ? knownOf(host.release, 'its sshd was asked') : undefined
    if (found && 'unread' in found) return found
    const release = asked.release ?? found?.release ?? NEWEST
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
      releaseFrom: asked.release ? 'as you said' : (found?.from ?? 'the newest known; nobody could be asked'),
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

/** What was left out of a copy is said: sshd would not leave it out. */
function withPasteNote(config: EffectiveConfig, { main, without }: MainFile): EffectiveConfig {
  if (without.length === 0) return config
  const says = `It was read without ${without.join(', and without ')}; sshd reads a file as it stands.`
  const note = { id: 'read-without-paste-marks', keyword: '', says, source: main }
  return { ...config, notes: [note, ...config.notes] }
}

/**
 * 9.2 and 10.0 are known as Debian builds them, and are mostly met so; other releases are taken as upstream's unless the files
 * around, or the file itself, say whose build it is.
 */
function releaseFor(
  said: Release | undefined,
  { files, text, main }: MainFile,
  root: string | undefined,
): { release: Release; from: string } | { unread: string } {
  const distribution = installedDistribution(files)
  if (said) {
    const around = said.distribution ?? (root !== undefined ? distribution : undefined)
    if (around) return { release: { ...said, distribution: around }, from: 'as you said' }
    const build = buildOf(text, said)
    if (build) return { release: { ...said, distribution: build.distribution }, from: `as you said; ${build.because}` }
    const measured = (said.major === 9 && said.minor === 2) || (said.major === 10 && said.minor === 0)
    return measured
      ? {
          release: { ...said, distribution: 'debian' },
          from: 'as you said; this release is mostly met as Debian builds it',
        }
      : { release: said, from: 'as you said' }
  }
  if (root !== undefined) {
    const packaged = packagedRelease(files)
    if (packaged) return knownOf(packaged, 'its package database says so')
  } else {
    const installed = installedRelease(distribution)
    if (installed) return knownOf(installed, 'the sshd of this machine was asked')
  }
  const build = main === '/etc/ssh/sshd_config' ? undefined : buildOf(text, NEWEST)
  return {
    release: build ? { ...NEWEST, distribution: build.distribution } : NEWEST,
    from: 'the newest known, because no sshd could be asked; --release says which is meant',
  }
}

/** A newer one reads as the newest that is known, and that is said; of an older one nothing is. */
function knownOf(release: Release, from: string): { release: Release; from: string } | { unread: string } {
  if (isKnown(release)) return { release, from }
  if (!atLeast(release, [OLDEST.major, OLDEST.minor])) return { unread: unknownRelease(release) }
  const newest = { ...NEWEST, ...(release.distribution && { distribution: release.distribution }) }
  return { release: newest, from: `the newest known; it is OpenSSH ${releaseNumber(release)}` }
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
