import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { groupFolder, machinePids, removeGroups, setControl } from './cgroups.ts'
import { namespaceNames } from './network.ts'
import { removeRecord, scratchFolder } from './record.ts'

/**
 * Removes everything that carries the lab's id, in whatever state it is. Synchronous, because it must also work in an
 * `exit` handler; the same function serves stop(), signals and the sweep. Only processes in the lab's own cgroups and
 * network namespaces are killed: nothing else can be in there.
 */
export function teardown(id: string): void {
  // A frozen process takes no signal, not even KILL.
  if (existsSync(groupFolder(id, 'freezer'))) setControl(id, 'freezer', 'freezer.state', 'THAWED')
  const deadline = Date.now() + 10_000
  for (;;) {
    const pids = [...machinePids(id), ...namespacePids(id)]
    if (pids.length === 0) break
    if (Date.now() > deadline) throw new Error(`lab ${id}: processes ${pids.join(' ')} do not die`)
    for (const pid of pids) kill(pid)
    pause(10)
  }
  const scratch = scratchFolder(id)
  for (const mount of mountsBelow(scratch)) run(['umount', '-l', mount])
  rmSync(scratch, { recursive: true, force: true })
  for (const name of namespaceNames(id)) {
    if (existsSync(`/run/netns/${name}`)) run(['ip', 'netns', 'delete', name])
    rmSync(`/etc/netns/${name}`, { recursive: true, force: true })
  }
  for (let tries = 0; ; tries++) {
    try {
      removeGroups(id)
      break
    } catch (error) {
      // The kernel lets go of a group a moment after its last process; EBUSY until then.
      if (tries > 200) throw error
      pause(10)
    }
  }
  removeRecord(id)
}

function namespacePids(id: string): number[] {
  return namespaceNames(id)
    .filter((name) => existsSync(`/run/netns/${name}`))
    .flatMap((name) => run(['ip', 'netns', 'pids', name]).split('\n').filter(Boolean).map(Number))
    .filter((pid) => pid !== process.pid)
}

// Mounts nest (the overlay lies on the lab's tmpfs), so the last one mounted goes first.
function mountsBelow(folder: string): string[] {
  const mounts = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
  return mounts.filter((path) => path === folder || path.startsWith(`${folder}/`)).reverse()
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

function run(argv: readonly string[]): string {
  const [program, ...args] = argv as [string, ...string[]]
  return spawnSync(program, args, { encoding: 'utf8' }).stdout ?? ''
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
