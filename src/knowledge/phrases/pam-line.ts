import type { Facts } from '../../core/types.ts'

type PamSuspect = Facts['pam']['suspects'][number]

const LIST: Readonly<Record<NonNullable<PamSuspect['list']>, string>> = {
  'names-user': ' (denies: its file names this user)',
  'lacks-user': ' (denies: its file does not name this user)',
}

/** `/etc/pam.d/sshd: account required pam_access.so`. */
export const pamLine = ({ file, type, control, module, args, list }: PamSuspect): string =>
  `${file}: ${[type, control, module, args].filter((word) => word !== '').join(' ')}${list ? LIST[list] : ''}`
