/** One line of `ls -lnd`, which every ls prints alike. */
export interface Listed {
  type: string
  /** The twelve bits of the mode. */
  mode: number
  uid: number
  gid: number
  size: number
  /** More than these bits decides who may (an access control list). */
  acl: boolean
  path: string
}

const LINE = /^([-dlcbps])([-rwxsStT]{9})([+.@]?) +\d+ +(\d{1,10}) +(\d{1,10}) +(\d{1,20}|\d+, +\d+) (.{11,13}) (.*)$/

/** Reads a line of `ls -lnd PATH`; undefined for another form. */
export function readListed(line: string): Listed | undefined {
  const m = LINE.exec(line)
  if (!m) return undefined
  const path = m[8]!.slice(0, 4096).replace(/^ +/, '')
  const size = Number(m[6]) || 0
  return {
    type: m[1]!,
    mode: bits(m[2]!),
    uid: Number(m[4]),
    gid: Number(m[5]),
    size,
    acl: m[3] === '+',
    path: m[1] === 'l' ? path.replace(/ -> .*$/, '') : path,
  }
}

function bits(letters: string): number {
  let mode = 0
  for (let i = 0; i < 9; i++) if (!/[-ST]/.test(letters[i]!)) mode |= 1 << (8 - i)
  for (const [i, bit] of [
    [2, 0o4000],
    [5, 0o2000],
    [8, 0o1000],
  ] as const)
    if (/[sStT]/.test(letters[i]!)) mode |= bit
  return mode
}

/** `0644`. */
export const octal = (mode: number): string => (mode & 0o7777).toString(8).padStart(4, '0')

/** Whether a user of these numbers may, by the bits alone: 4 read, 2 write, 1 execute or pass. Root may always. */
export function may(listed: Listed, bit: 4 | 2 | 1, uid: number, gids: readonly number[]): boolean {
  if (uid === 0) return bit !== 1 || listed.type === 'd' || (listed.mode & 0o111) !== 0
  const shift = listed.uid === uid ? 6 : gids.includes(listed.gid) ? 3 : 0
  return ((listed.mode >> shift) & bit) !== 0
}
