import type { Facts } from '../../core/types.ts'
import { type Listed, octal } from './modes.ts'

export type Refusal = Facts['authorized-keys']['refused'][number]

/** Who may be trusted with a group-writable path on Debian: the group's members by /etc/group and by primary group. */
export interface Groups {
  /** Lines of group(5). */
  group: readonly string[]
  /** Lines of passwd(5). */
  passwd: readonly string[]
}

/**
 * What sshd's safe_path (misc.c, 5.9 to 10.5) refuses about a file and the folders above it, in its order: each has to be root's
 * or the user's, and nobody else may write it. It stops at the home. Debian's sshd lets a group write whose only member is
 * the user (user-group-modes.patch); `groups` says so, undefined elsewhere.
 */
export function refusedBySafePath(
  chain: readonly Listed[],
  user: { uid: number; home: string },
  groups?: Groups,
): Refusal[] {
  const refused: Refusal[] = []
  const [file, ...above] = chain
  if (!file) return refused
  if (file.type !== '-') refused.push({ path: file.path, is: 'no-regular-file' })
  for (const [i, listed] of [file, ...above].entries()) {
    const complaint = complaintOf(listed, user, groups)
    if (complaint) refused.push(complaint)
    if (i > 0 && listed.path === user.home) break
  }
  return refused
}

/** The same of folders alone, the innermost first, where the file beneath them is hidden from us: what they lack, it lacks. */
export function refusedFolders(
  folders: readonly Listed[],
  user: { uid: number; home: string },
  groups?: Groups,
): Refusal[] {
  const end = folders.findIndex(({ path }) => path === user.home)
  return folders.slice(0, end + 1).flatMap((listed) => complaintOf(listed, user, groups) ?? [])
}

function complaintOf(listed: Listed, user: { uid: number }, groups?: Groups): Refusal | undefined {
  const { path, uid, gid } = listed
  const mode = octal(listed.mode)
  if (uid !== 0 && uid !== user.uid) return { path, is: 'of-another-user', uid }
  if ((listed.mode & 0o002) !== 0) return { path, is: 'writable-by-all', mode }
  if ((listed.mode & 0o020) !== 0 && !(groups && isPrivate(listed, user, groups)))
    return { path, is: 'writable-by-group', gid, mode }
  return undefined
}

function isPrivate({ gid, uid: owner }: Listed, user: { uid: number }, { group, passwd }: Groups): boolean {
  const entry = group.map((line) => line.split(':')).find((fields) => fields[2] === String(gid))
  if (!entry) return false
  const accounts = passwd.map((line) => line.split(':'))
  const primary = accounts.filter((fields) => fields[3] === String(gid))
  if (primary.some((fields) => fields[2] !== String(user.uid))) return false
  const name = accounts.find((fields) => fields[2] === String(owner))?.[0]
  const members = (entry[3] ?? '').trim().split(',').filter(Boolean)
  if (members.length > 0 && (members.length > 1 || members[0] !== name)) return false
  return name !== undefined && primary.length + members.length > 0
}
