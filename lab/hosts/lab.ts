import { spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Attacker } from './attacker.ts'
import { createGroups } from './cgroups.ts'
import { Client, namesFile } from './client.ts'
import { must } from './command.ts'
import { ensureLayer } from './layer.ts'
import { Machine } from './machine.ts'
import { type Addresses, addressesOf, createNetwork, type Namespaces } from './network.ts'
import { seeded } from './random.ts'
import type { Release } from './release.ts'
import { scratchFolder, writeRecord } from './record.ts'
import { ensureRoot } from './root.ts'
import { teardown } from './teardown.ts'

/** A machine, who wants in, and somebody else, on a network of their own. */
export interface Lab {
  id: string
  machine: Machine
  client: Client
  attacker: Attacker
  at: Addresses
  netns: Namespaces
  /** The lab's own folder; goes with it. */
  scratch: string
  /** Numbers from the lab's seed, so that a varied parameter can be had again. */
  random: () => number
  seed: number
  /** Removes everything; may be called twice. */
  stop(): Promise<void>
}

/** What kind of lab. */
export interface LabOptions {
  release: Release
  /** Debian packages that this machine has beside those of every root. */
  packages?: readonly string[]
  client?: { addresses?: 1 | 2 }
  seed?: number
}

const live = new Set<string>()

/** Builds a lab and boots its machine; whoever opens it stops it. Prefer withLab. */
export async function openLab(options: LabOptions): Promise<Lab> {
  const root = await ensureRoot(options.release)
  const packages = options.packages ?? []
  const layers = packages.length > 0 ? [await ensureLayer(options.release, packages), root] : [root]
  const seed = options.seed ?? randomInt(2 ** 31)
  const id = `sm${Array.from(randomBytes(6), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('')}`
  const at = addressesOf(randomInt(1, 255), options.client?.addresses ?? 1)
  const scratch = scratchFolder(id)
  cleanUpAtTheEnd()
  live.add(id)
  writeRecord(id)
  try {
    createGroups(id)
    mkdirSync(scratch, { mode: 0o711 })
    await must(['mount', '-t', 'tmpfs', '-o', 'mode=0711', 'sshmedic', scratch])
    writeFileSync(namesFile(scratch), '')
    const [netns, client, merged] = await Promise.all([
      createNetwork(id, at),
      Client.create({ netns: `${id}c`, at, scratch, root }),
      mountOverlay(layers, scratch),
    ])
    const hostname = `${options.release}-${id.slice(2)}`
    giveIdentity(merged, hostname, client.publicKey(), at)
    serveNames(netns.router, scratch)
    const plan = {
      id,
      hostname,
      root: merged,
      machine: netns.machine,
      router: netns.router,
      address: at.machine,
      scratch,
    }
    const machine = await Machine.start(plan, options.release, at.machine6)
    const stop = async (): Promise<void> => {
      machine.stop()
      remove(id)
    }
    const attacker = new Attacker(netns.attacker, at.attacker, at.machine)
    return { id, machine, client, attacker, at, netns, scratch, random: seeded(seed), seed, stop }
  } catch (error) {
    remove(id)
    throw error
  }
}

/** Runs something in a lab of its own, and removes the lab whatever happens. */
export async function withLab<T>(options: LabOptions, use: (lab: Lab) => Promise<T>): Promise<T> {
  const lab = await openLab(options)
  try {
    return await use(lab)
  } finally {
    await lab.stop()
  }
}

async function mountOverlay(lower: readonly string[], scratch: string): Promise<string> {
  const merged = join(scratch, 'root')
  for (const name of ['upper', 'work', 'root']) mkdirSync(join(scratch, name), { mode: 0o755 })
  const layers = `lowerdir=${lower.join(':')},upperdir=${join(scratch, 'upper')},workdir=${join(scratch, 'work')}`
  await must(['mount', '-t', 'overlay', '-o', layers, 'sshmedic', merged])
  return merged
}

function giveIdentity(root: string, hostname: string, publicKey: string, at: Addresses): void {
  writeFileSync(join(root, 'etc/machine-id'), `${randomBytes(16).toString('hex')}\n`)
  writeFileSync(join(root, 'etc/resolv.conf'), `nameserver ${at.routerOfMachine}\n`)
  writeFileSync(join(root, 'etc/hostname'), `${hostname}\n`)
  // systemd 252 on cgroup v1 in a container never sees user@UID.service end; a second login ten seconds after the first would
  // wait for it without end, on a healthy machine.
  mkdirSync(join(root, 'etc/systemd/logind.conf.d'), { recursive: true })
  writeFileSync(join(root, 'etc/systemd/logind.conf.d/keep.conf'), '[Login]\nUserStopDelaySec=infinity\n')
  writeFileSync(join(root, 'etc/hosts'), `127.0.0.1 localhost\n::1 localhost\n127.0.1.1 ${hostname}\n`)
  for (const [home, uid] of [
    ['root', 0],
    ['home/alice', 1000],
    ['home/ops', 1001],
  ] as const) {
    const folder = join(root, home, '.ssh')
    mkdirSync(folder, { mode: 0o700, recursive: true })
    writeFileSync(join(folder, 'authorized_keys'), publicKey, { mode: 0o600 })
    for (const path of [folder, join(folder, 'authorized_keys')]) chownSync(path, uid, uid)
  }
}

function serveNames(router: string, scratch: string): void {
  const script = join(import.meta.dirname, 'name-server.pl')
  spawn('ip', ['netns', 'exec', router, 'perl', script, namesFile(scratch)], {
    detached: true,
    stdio: 'ignore',
  }).unref()
}

function remove(id: string): void {
  if (!live.has(id)) return
  teardown(id)
  live.delete(id)
}

let watching = false

function cleanUpAtTheEnd(): void {
  if (watching) return
  watching = true
  process.on('exit', () => {
    for (const id of live) remove(id)
  })
  // Without a listener these would end the process and skip the `exit` handler.
  process.on('SIGINT', () => process.exit(130))
  process.on('SIGTERM', () => process.exit(143))
  process.on('SIGHUP', () => process.exit(129))
}
