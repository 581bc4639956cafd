import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTROLLERS, groupFolder } from './cgroups.ts'
import { command } from './command.ts'

/** A booted systemd: nspawn, and its child that is PID 1 inside. */
export interface Boot {
  nspawn: ChildProcess
  leader: number
}

/** What booting needs to know. */
export interface BootPlan {
  id: string
  hostname: string
  /** The merged overlay. */
  root: string
  /** Network namespace names. */
  machine: string
  router: string
  address: string
  scratch: string
}

/** How far a boot has to come before it counts as done. */
export type Until = 'logins' | 'leader'

const BOOT_MS = 30_000

/** Boots the machine and waits until it takes logins; otherwise the error shows the end of its console. */
export async function boot(plan: BootPlan, until: Until = 'logins'): Promise<Boot> {
  const consoleLog = join(plan.scratch, 'console.log')
  const out = openSync(consoleLog, 'a')
  const nspawn = spawn(
    'sh',
    ['-c', 'for group in $groups; do echo $$ > $group/cgroup.procs; done; exec "$@"', 'sh', ...nspawnArgv(plan)],
    {
      // Its own process group: ^C in the terminal is ours to handle, in order.
      detached: true,
      stdio: ['ignore', out, out],
      env: {
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
        SYSTEMD_NSPAWN_UNIFIED_HIERARCHY: '0',
        groups: CONTROLLERS.map((controller) => groupFolder(plan.id, controller)).join(' '),
      },
    },
  )
  closeSync(out)
  nspawn.unref()
  const failed = (what: string): Error => {
    const lines = readFileSync(consoleLog, 'utf8').trim().split('\n').slice(-15)
    return new Error(`machine ${plan.id} ${what}; its console ends with:\n  ${lines.join('\n  ')}`)
  }
  const deadline = Date.now() + BOOT_MS
  for (;;) {
    const leader = findLeader(nspawn.pid ?? 0)
    if (nspawn.exitCode !== null || nspawn.signalCode !== null) throw failed(`ended while booting (${nspawn.exitCode})`)
    if (leader !== undefined) {
      if (until === 'logins' && !(await takesLogins(plan, leader, deadline)))
        throw failed(`took no logins within ${BOOT_MS / 1000} s`)
      return { nspawn, leader }
    }
    if (Date.now() > deadline) throw failed('has no init')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

function nspawnArgv(plan: BootPlan): string[] {
  return [
    'systemd-nspawn',
    '--quiet',
    '--directory',
    plan.root,
    `--network-namespace-path=/run/netns/${plan.machine}`,
    '--register=no',
    '--keep-unit',
    '--machine',
    plan.id,
    '--hostname',
    plan.hostname,
    '--resolv-conf=off',
    '--timezone=off',
    '--link-journal=no',
    '--console=read-only',
    // As on a machine of one's own: root inside may see and set its firewall.
    '--capability=CAP_NET_ADMIN',
    '--boot',
  ]
}

// nspawn has a passing child while it sets up; the leader is the one that is number 1 in its own pid namespace.
function findLeader(nspawn: number): number | undefined {
  try {
    const children = readFileSync(`/proc/${nspawn}/task/${nspawn}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return children.map(Number).find((pid) => /^NSpid:\t\d+\t1$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')))
  } catch {
    return undefined
  }
}

// sshd listens before /run/nologin is removed, so the port alone would let a test in too early. The identification is
// asked for from the router: the probe must not cost the client a penalty.
async function takesLogins(plan: BootPlan, leader: number, deadline: number): Promise<boolean> {
  // multi-user.target only wants systemd-user-sessions.service: once in a thousand boots on a busy machine it was active while
  // /run/nologin still lay there.
  const inside = `
    until test "$(systemctl is-active multi-user.target 2>/dev/null)" = active; do sleep 0.02; done
    while test -e /run/nologin; do sleep 0.2; test ! -e /run/nologin || systemctl restart systemd-user-sessions.service; done`
  const outside = `
    speaks() { { exec 3<>/dev/tcp/$0/22; } 2>/dev/null && read -r -t 3 line <&3 && [[ $line == SSH-* ]]; }
    opens() { { exec 4<>/dev/tcp/$0/80; } 2>/dev/null; }
    until speaks && opens; do sleep 0.05; done`
  const left = (): { timeoutMs: number } => ({ timeoutMs: Math.max(1, deadline - Date.now()) })
  const argv = (script: string): string[] => ['nsenter', '--target', String(leader), '--all', 'sh', '-c', script]
  // nsenter fails while init still sets up its mounts.
  for (;;) {
    const up = await command(argv(inside), left())
    if (up.code === 0) break
    if (up.timedOut || Date.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const speaks = await command(['ip', 'netns', 'exec', plan.router, 'bash', '-c', outside, plan.address], left())
  return speaks.code === 0
}
