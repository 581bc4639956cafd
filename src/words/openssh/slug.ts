import { partsOf } from './format.ts'

const LONGEST = 12

/** The words of a format as an id: `invalid-user-from-port`. Empty where it has none. */
export function slugOf(format: string): string {
  return partsOf(format)
    .filter((part) => typeof part === 'string')
    .join(' ')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
    .slice(0, LONGEST)
    .join('-')
}
