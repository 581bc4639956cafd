import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { groupFolder, machinePids, setControl } from './cgroups.ts'
import { boot, type Boot, type BootPlan, type Until } from './boot.ts'
import { command, type Outcome } from './command.ts'
import type { Release } from './release.ts'

/** A whole Debian that can be looked into, throttled, frozen and rebooted. */
export class Machine {
  readonly name: string
  readonly release: Release
  readonly address: string
  readonly address6: string
  /** Its network namespace, for rules that stand outside of what it runs itself. */
  readonly netns: string
  readonly #plan: BootPlan
  #boot: Boot
  #rebooted: Promise<void> | undefined
  #stopping = false

  private constructor(plan: BootPlan, release: Release, address6: string, booted: Boot) {
    this.name = plan.hostname
    this.release = release
    this.address = plan.address
    this.address6 = address6
    this.netns = plan.machine
    this.#plan = plan
    this.#boot = booted
    this.#watch()
  }

  /** Boots a machine whose root and network are ready. */
  static async start(plan: BootPlan, release: Release, address6: string): Promise<Machine> {
    return new Machine(plan, release, address6, await boot(plan))
  }

  /** The pid of its init on this side; another one after a reboot. */
  get leader(): number {
    return this.#boot.leader
  }

  /** Runs a shell script as root inside, past sshd: what an agent of a cloud would do. Works on a frozen machine too. */
  exec(script: string, options: { timeoutMs?: number; stdin?: string } = {}): Promise<Outcome> {
    const argv = ['nsenter', '--target', String(this.leader), '--all', '--wd=/', 'sh', '-c', script]
    const env = {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      LC_ALL: 'C.UTF-8',
      HOME: '/root',
    }
    return command(argv, { ...options, env })
  }

  /** As exec, where the script has to succeed: returns what it printed. */
  async must(script: string, options: { timeoutMs?: number; stdin?: string } = {}): Promise<string> {
    const outcome = await this.exec(script, options)
    if (outcome.code !== 0) {
      throw new Error(
        `on ${this.name}: ${script.slice(0, 300)}\nended with ${outcome.code}: ${outcome.stderr || outcome.stdout}`,
      )
    }
    return outcome.stdout
  }

  /** Every process of the machine, numbered as on this side. */
  pids(): number[] {
    return machinePids(this.#plan.id)
  }

  /** The listening sshd, numbered as on this side. */
  listenerPid(): number {
    const pid = this.pids().find((each) => /^sshd: .*\[listener\]/.test(commandLine(each)))
    if (pid === undefined) throw new Error(`no sshd listens on ${this.name}`)
    return pid
  }

  /** Stops every process of the machine at once; its kernel goes on answering. */
  async freeze(): Promise<void> {
    const state = `${groupFolder(this.#plan.id, 'freezer')}/freezer.state`
    setControl(this.#plan.id, 'freezer', 'freezer.state', 'FROZEN')
    for (let tries = 0; readFileSync(state, 'utf8').trim() !== 'FROZEN'; tries++) {
      if (tries > 500) throw new Error(`${this.name} does not freeze`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  /** Undoes freeze(). */
  thaw(): void {
    setControl(this.#plan.id, 'freezer', 'freezer.state', 'THAWED')
  }

  /** Leaves the machine this fraction of one processor; 0 lifts the limit. */
  cpuQuota(fraction: number): void {
    // The kernel takes no quota below 1 ms, so a small fraction needs the longest period there is.
    const period = fraction > 0 && fraction < 0.02 ? 1_000_000 : 100_000
    setControl(this.#plan.id, 'cpu', 'cpu.cfs_quota_us', -1)
    setControl(this.#plan.id, 'cpu', 'cpu.cfs_period_us', period)
    if (fraction > 0)
      setControl(this.#plan.id, 'cpu', 'cpu.cfs_quota_us', Math.max(1000, Math.round(fraction * period)))
  }

  /** Bounds the number of processes of the whole machine, or of `pids` and what they start. */
  pidsMax(max: number | 'max', pids?: readonly number[]): void {
    this.#limit('pids', 'pids.max', max, pids)
  }

  /** Bounds the memory of the whole machine, or of `pids` and what they start; -1 lifts the limit. */
  memoryMax(bytes: number, pids?: readonly number[]): void {
    this.#limit('memory', 'memory.limit_in_bytes', bytes, pids)
  }

  /** Reboots it from within, as an operator would, and waits until it takes logins again. */
  async reboot(): Promise<void> {
    const before = this.leader
    await this.exec('systemctl reboot', { timeoutMs: 10_000 })
    await this.rebooted(before)
  }

  /** Waits for the end of a reboot that somebody else asked for; `before` is the leader until then. */
  async rebooted(before: number): Promise<void> {
    const deadline = Date.now() + 60_000
    while (this.leader === before || this.#rebooted !== undefined) {
      if (this.#rebooted !== undefined) await this.#rebooted
      if (Date.now() > deadline) throw new Error(`${this.name} did not reboot`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** From here on the end of nspawn is the end of the machine; the lab removes what is left. */
  stop(): void {
    this.#stopping = true
  }

  // nspawn ends with 133 when what it ran asked for a reboot. Whoever asked for it, the machine comes back.
  #watch(): void {
    this.#boot.nspawn.once('exit', (code) => {
      if (this.#stopping || code !== 133) return
      this.#rebooted = this.#again('logins').finally(() => {
        this.#rebooted = undefined
      })
      // Awaited by rebooted(); nobody may be waiting when a broken machine does not come back.
      this.#rebooted.catch(() => {})
    })
  }

  async #again(until: Until): Promise<void> {
    this.#boot = await boot(this.#plan, until)
    this.#watch()
  }

  #limit(controller: 'pids' | 'memory', file: string, value: number | 'max', pids?: readonly number[]): void {
    const below = pids === undefined ? '' : 'some'
    if (pids !== undefined) {
      const folder = groupFolder(this.#plan.id, controller, below)
      if (!existsSync(folder)) mkdirSync(folder)
      for (const pid of pids) setControl(this.#plan.id, controller, 'cgroup.procs', pid, below)
    }
    setControl(this.#plan.id, controller, file, value, below)
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
