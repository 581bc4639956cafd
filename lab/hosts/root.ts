import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { command } from './command.ts'
import type { Release } from './release.ts'

const RECIPE = join(import.meta.dirname, 'root-recipe.sh')

// perl-base comes with minbase and is enough for the little servers the faults need.
const PACKAGES = [
  'systemd',
  'systemd-sysv',
  'dbus',
  'libpam-systemd',
  'openssh-server',
  'openssh-client',
  'iproute2',
  'procps',
  'sudo',
  'nftables',
  'netbase',
  // Off unless a fault turns them on.
  'busybox',
  'fail2ban',
  'python3-systemd',
  'libfaketime',
  'ufw',
]

/** The folder in which roots are kept between runs. */
export function rootsFolder(): string {
  return join(process.env['SSHMEDIC_CACHE'] ?? '/var/cache/sshmedic', 'roots')
}

/** Where the root of a release stands, or will stand; the name changes with everything that goes into it. */
export function rootPath(release: Release): string {
  const recipe = createHash('sha256').update(PACKAGES.join()).update(readFileSync(RECIPE)).digest('hex').slice(0, 12)
  return join(rootsFolder(), `${release}-${recipe}`)
}

/**
 * Builds the root of a release unless it is there, and returns its path. A build goes to a folder of its own and is
 * renamed at the end, so what exists is whole; the lock keeps two test files from building the same one twice.
 */
export async function ensureRoot(release: Release): Promise<string> {
  const root = rootPath(release)
  if (existsSync(root)) return root
  mkdirSync(rootsFolder(), { recursive: true })
  const script = `
    set -eu
    test ! -e "$root" || exit 0
    building=$(mktemp -d "$root.building.XXXXXX")
    trap 'umount -q "$building/proc" || true; rm -rf --one-file-system "$building"' EXIT
    debootstrap --variant=minbase --include="$packages" "$release" "$building"
    umount -q "$building/proc" || true
    chroot "$building" /bin/sh -s < "$recipe"
    chmod 0755 "$building"
    mv -T "$building" "$root"
    trap - EXIT`
  const built = await command(['flock', `${root}.lock`, 'sh', '-c', script], {
    timeoutMs: 900_000,
    env: { ...process.env, root, release, packages: PACKAGES.join(), recipe: RECIPE },
  })
  if (built.code !== 0) {
    throw new Error(`could not build the ${release} root:\n${(built.stdout + built.stderr).slice(-3000)}`)
  }
  return root
}
