import type { Facts } from '../../core/types.ts'

type Suspect = Facts['login-files']['suspects'][number]

const DOES: Readonly<Record<Suspect['does'], string>> = {
  'ends-shell': 'may end the shell',
  'replaces-shell': 'puts another program in the place of the shell',
  waits: 'may wait',
  'asks-network': 'waits for another computer',
  'chroot-missing': 'is on the way to ChrootDirectory and does not exist',
  'chroot-unsafe': 'is on the way to ChrootDirectory: it must belong to root, and nobody else may write it',
  'does-not-answer': 'does not answer: the file system it lies on hangs',
}

/** `/etc/profile line 3 may wait: read x`. */
export function loginSuspect({ path, does, line, text }: Suspect): string {
  const at = line === undefined ? path : `${path} line ${line}`
  return `${at} ${DOES[does]}${text === undefined ? '' : `: ${text}`}`
}
