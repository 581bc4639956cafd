import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MOUNTS = '/sys/fs/cgroup'

/** The cgroup v1 hierarchies a machine gets a group of its own in. */
export const CONTROLLERS = ['freezer', 'cpu', 'pids', 'memory', 'blkio', 'systemd'] as const
export type Controller = (typeof CONTROLLERS)[number]

/** The folder of a lab's group, or of a group below it, in one hierarchy. */
export function groupFolder(id: string, controller: Controller, below = ''): string {
  return join(MOUNTS, controller, id, below)
}

/** Creates the lab's groups; every process of its machine is born in them. */
export function createGroups(id: string): void {
  for (const controller of CONTROLLERS) mkdirSync(groupFolder(id, controller), { recursive: true })
}

/** Writes one control file of the lab. */
export function setControl(id: string, controller: Controller, file: string, value: string | number, below = ''): void {
  writeFileSync(join(groupFolder(id, controller, below), file), String(value))
}

/** Every process of the lab's machine, as numbered on this side, wherever its systemd has moved it. */
export function machinePids(id: string): number[] {
  return walk(groupFolder(id, 'freezer')).flatMap((folder) => {
    const text = readFileSync(join(folder, 'cgroup.procs'), 'utf8').trim()
    return text === '' ? [] : text.split('\n').map(Number)
  })
}

/** Removes the lab's groups, deepest first; they have to be empty. */
export function removeGroups(id: string): void {
  for (const controller of CONTROLLERS) {
    for (const folder of walk(groupFolder(id, controller)).reverse()) rmdirSync(folder)
  }
}

function walk(folder: string): string[] {
  if (!existsSync(folder)) return []
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [folder, ...below.flatMap((entry) => walk(join(folder, entry.name)))]
}
