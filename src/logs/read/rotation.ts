/** How a name says which of several rotated files it is. */
export interface Rotation {
  /** `auth.log` of `auth.log.3.gz`, with its folder. */
  stem: string
  /** The higher the older: 0 is the current file, 3 `.3`; dates are negative years-first numbers below −1. */
  age: number
  /** A number and a date do not compare; then the first line's time decides. */
  by: 'current' | 'number' | 'date'
}

const COMPRESSED = /\.(?:gz|xz|zst|zstd|bz2|lz4|Z)$/i
const NUMBER = /[.-](\d{1,4})$/
/** logrotate's dateext: `-20251101`, with an hour or seconds behind it by dateformat. */
const DATE = /[-.](\d{4})-?(\d\d)-?(\d\d)(?:[-_.T]?(\d{2,10}))?$/

/** What logrotate, newsyslog and savelog do to a name. */
export function rotationOf(path: string): Rotation {
  let stem = path.replace(COMPRESSED, '')
  const number = NUMBER.exec(stem)
  const date = DATE.exec(stem)
  if (date && Number(date[2]) <= 12 && Number(date[3]) <= 31) {
    stem = stem.slice(0, date.index)
    return { stem, age: -Number(`${date[1]}${date[2]}${date[3]}.${(date[4] ?? '').padEnd(10, '0')}`), by: 'date' }
  }
  if (number) return { stem: stem.slice(0, number.index), age: Number(number[1]) + 1, by: 'number' }
  if (stem.endsWith('.old')) return { stem: stem.slice(0, -4), age: 1, by: 'number' }
  return { stem, age: 0, by: 'current' }
}

/** The end of the day after the one a rotated file is named by, milliseconds: no line of it is later, in whatever zone. */
export function rotatedBefore(path: string): number | undefined {
  const { by, age } = rotationOf(path)
  if (by !== 'date') return undefined
  const day = Math.floor(-age)
  return Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, (day % 100) + 2)
}

export interface Dated {
  path: string
  /** Milliseconds since the epoch of its first line that has a time; undefined where none has. */
  first?: number
}

/** Oldest first: within one log by rotation, where names leave a doubt and between logs by the first line. */
export function inTimeOrder<T extends Dated>(files: readonly T[]): T[] {
  const logs = new Map<string, { file: T; rotation: Rotation }[]>()
  for (const file of files) {
    const rotation = rotationOf(file.path)
    const log = logs.get(rotation.stem)
    if (log) log.push({ file, rotation })
    else logs.set(rotation.stem, [{ file, rotation }])
  }
  return [...logs.values()]
    .map((log) => log.sort((a, b) => older(a, b)).map(({ file }) => file))
    .sort((a, b) => (a[0]!.first ?? Infinity) - (b[0]!.first ?? Infinity) || 0)
    .flat()
}

type Named = { file: Dated; rotation: Rotation }

function older(a: Named, b: Named): number {
  const [one, other] = [a.rotation, b.rotation]
  // The current file is the newest whatever its first line says; numbers and dates compare among themselves.
  if (one.by === 'current' || other.by === 'current')
    return Number(one.by === 'current') - Number(other.by === 'current')
  if (one.by === other.by && one.age !== other.age) return other.age - one.age
  return (a.file.first ?? 0) - (b.file.first ?? 0)
}
