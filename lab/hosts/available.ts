import { existsSync } from 'node:fs'
import { command } from './command.ts'
import { missingPackages, prepare } from './prepare.ts'
import { DEFAULT_RELEASES, type Release } from './release.ts'
import { sweep } from './sweep.ts'

/** Why machines cannot be booted here, or undefined where they can. Looks only; installs nothing. */
export async function whyUnavailable(): Promise<string | undefined> {
  if (process.platform !== 'linux') return `real machines need Linux, this is ${process.platform}`
  if (process.getuid?.() !== 0) return 'real machines need root'
  for (const controller of ['freezer', 'pids', 'cpu', 'memory', 'systemd']) {
    if (!existsSync(`/sys/fs/cgroup/${controller}`))
      return `real machines need cgroup v1, and there is no ${controller} hierarchy`
  }
  const spaces = await command(['unshare', '--net', '--mount', '--pid', '--fork', 'true']).catch(() => undefined)
  if (spaces?.code !== 0) return 'real machines need namespaces, and creating them is forbidden here'
  if (missingPackages().length > 0 && !existsSync('/usr/bin/apt-get'))
    return `not installed: ${missingPackages().join(' ')}`
  return undefined
}

/**
 * For a test file's first line: makes ready for machines and returns what node:test takes as `skip`: false, or the reason,
 * said loudly. With REQUIRE_HOSTS=1 the reason is an error instead.
 */
export async function skipUnlessHosts(releases: readonly Release[] = DEFAULT_RELEASES): Promise<string | false> {
  const reason = await whyUnavailable()
  if (reason === undefined) {
    await prepare(releases)
    sweep()
    return false
  }
  if (process.env['REQUIRE_HOSTS'] === '1') throw new Error(`REQUIRE_HOSTS=1, but ${reason}`)
  console.error(`\n*** SKIPPED, no real machines: ${reason} ***\n`)
  return reason
}
