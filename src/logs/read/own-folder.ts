import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rotationOf } from './rotation.ts'

/** A log and all its rotated files, as they lie beside it. */
export function inFolderByStem(path: string): string[] {
  const folder = dirname(path)
  try {
    const beside = readdirSync(folder).map((name) => join(folder, name))
    return beside.filter((each) => rotationOf(each).stem === path)
  } catch {
    return [path]
  }
}
