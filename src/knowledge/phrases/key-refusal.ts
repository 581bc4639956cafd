import type { Facts } from '../../core/types.ts'

type Keys = Facts['authorized-keys']

/** What StrictModes refuses, and why: `/home/alice group 1002 may write it (mode 0720)`. */
export function keyRefusal({ path, is, uid, gid, mode }: Keys['refused'][number]): string {
  const shown = mode === undefined ? '' : ` (mode ${mode})`
  switch (is) {
    case 'no-regular-file':
      return `${path} is not a regular file`
    case 'of-another-user':
      return `${path} belongs to user ${uid ?? '?'}, neither to the user nor to root`
    case 'writable-by-all':
      return `${path}: everybody may write it${shown}`
    case 'writable-by-group':
      return `${path}: group ${gid ?? '?'} may write it${shown}`
  }
}

/** Why a key that stands in the file is not taken. */
export function keyBar({
  why,
  value,
  at,
  uid,
  mode,
  address,
  bits,
}: NonNullable<Keys['files'][number]['bars']>): string {
  switch (why) {
    case 'no-right':
      return `the user may not read the file${at === undefined ? '' : `: ${at} belongs to user ${uid ?? '?'}, mode ${mode ?? '?'}`}`
    case 'unknown-option':
      return `sshd does not know the option in front of the key${value === undefined ? '' : ` (${value})`}`
    case 'certificates-only':
      return 'the key stands there for certificates only (cert-authority)'
    case 'from':
      return `from="${value ?? ''}" does not name your address ${address ?? ''}`.trimEnd()
    case 'expired':
      return `expiry-time="${value ?? ''}" has passed`
    case 'algorithm':
      return `PubkeyAcceptedAlgorithms lacks the algorithm of the key${value === undefined ? '' : `, ${value}`}`
    case 'rsa-size':
      return `the key has ${bits ?? 'too few'} bits, and RequiredRSASize is ${value ?? 'larger'}`
  }
}
