import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

/** Puts into `folder` what npm would install, and returns the program there: it is measured as its users have it. */
export function installed(folder: string): string {
  const built = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/rolldown/bin/cli.mjs'), '-c', '--dir', join(folder, 'dist')],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  if (built.status !== 0)
    throw new Error(`The bundle could not be made, so there is nothing to measure:\n${built.stderr}`)
  for (const name of ['bin', 'schema', 'package.json'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return join(folder, 'bin/sshmedic.js')
}
