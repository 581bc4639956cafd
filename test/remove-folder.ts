import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Removes a folder whatever rights a test took from what is in it: root may always, its owner only once it is writable. */
export function removeFolder(folder: string): void {
  if (!existsSync(folder)) return
  const open = (one: string): void => {
    chmodSync(one, 0o700)
    for (const entry of readdirSync(one, { withFileTypes: true })) if (entry.isDirectory()) open(join(one, entry.name))
  }
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error
    open(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
