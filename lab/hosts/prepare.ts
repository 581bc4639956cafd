import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { command, must } from './command.ts'
import { DEFAULT_RELEASES, isRelease, type Release } from './release.ts'
import { ensureRoot } from './root.ts'

const NEEDED: Record<string, string> = {
  '/usr/sbin/debootstrap': 'debootstrap',
  '/usr/bin/systemd-nspawn': 'systemd-container',
  '/usr/sbin/ip': 'iproute2',
  '/usr/sbin/nft': 'nftables',
  '/usr/bin/ssh': 'openssh-client',
  '/usr/bin/nsenter': 'util-linux',
}

/** The Debian packages still to be installed before machines can be booted. */
export function missingPackages(): string[] {
  return Object.entries(NEEDED)
    .filter(([path]) => !existsSync(path) && !existsSync(path.replace('/usr', '')))
    .map(([, name]) => name)
}

/** Installs what is missing, raises the limits a few dozen machines need, and builds the roots side by side. */
export async function prepare(releases: readonly Release[] = DEFAULT_RELEASES): Promise<void> {
  const missing = missingPackages()
  if (missing.length > 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing]
    if ((await command(install, { env, timeoutMs: 300_000 })).code !== 0) {
      await must(['apt-get', 'update'], { env, timeoutMs: 300_000 })
      await must(install, { env, timeoutMs: 300_000 })
    }
  }
  raiseLimits()
  await Promise.all(releases.map(ensureRoot))
}

// Each machine's systemd takes some twenty inotify instances; with the usual 128 the seventh fails to boot.
function raiseLimits(): void {
  const path = '/proc/sys/fs/inotify/max_user_instances'
  if (Number(readFileSync(path, 'utf8')) < 8192) writeFileSync(path, '8192')
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  const started = performance.now()
  await prepare(words.length > 0 ? words.filter(isRelease) : DEFAULT_RELEASES)
  console.log(`ready in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
