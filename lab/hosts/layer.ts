import { existsSync } from 'node:fs'
import { command } from './command.ts'
import type { Release } from './release.ts'
import { ensureRoot } from './root.ts'

/**
 * Packages that few machines have, as a layer over the root of their release: built once, kept beside the roots, and mounted under those
 * machines alone, so that no other root grows. Their services are off until somebody starts them. Returns the layer's folder.
 */
export async function ensureLayer(release: Release, packages: readonly string[]): Promise<string> {
  const root = await ensureRoot(release)
  const layer = `${root}+${packages.join('+')}`
  if (existsSync(layer)) return layer
  // Overlays cannot lie upon an overlay, which the cache folder of a container is: it is made in memory and copied.
  const script = `
    set -eu
    test ! -e "$layer" || exit 0
    work=$(mktemp -d)
    building=$(mktemp -d "$layer.building.XXXXXX")
    trap 'umount -q "$work/root" || true; umount -q "$work" || true; rm -rf --one-file-system "$building" "$work"' EXIT
    mount -t tmpfs -o mode=0755 sshmedic "$work"
    mkdir "$work/upper" "$work/work" "$work/root"
    mount -t overlay -o "lowerdir=$root,upperdir=$work/upper,workdir=$work/work" sshmedic "$work/root"
    cp /etc/resolv.conf "$work/root/etc/resolv.conf"
    chroot "$work/root" /bin/sh -ec '
      apt-get -q update
      apt-get -q install -y --no-install-recommends "$@"
      for one in "$@"; do systemctl disable "$one.service" "$one.socket" || true; done
      apt-get clean
      rm -rf /var/lib/apt/lists/*' sh $packages
    umount "$work/root"
    cp -a "$work/upper/." "$building"
    chmod 0755 "$building"
    mv -T "$building" "$layer"
    umount "$work"; rmdir "$work"
    trap - EXIT`
  const built = await command(['flock', `${layer}.lock`, 'sh', '-c', script], {
    timeoutMs: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', root, layer, packages: packages.join(' ') },
  })
  if (built.code !== 0)
    throw new Error(
      `could not build the layer of ${packages.join(', ')}:\n${(built.stdout + built.stderr).slice(-3000)}`,
    )
  return layer
}
