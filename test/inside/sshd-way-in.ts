import { spawn } from 'node:child_process'
import type { Access, ExecOptions, ExecResult } from '../../src/core/access.ts'
import type { ProbeContext } from '../../src/core/probe.ts'
import type { FactId, Facts, FactSheet } from '../../src/core/types.ts'
import type { Lab } from '../../lab/hosts/lab.ts'

/** Whom the way in makes us: root, somebody with sudo, somebody without; in Debian's shell or in busybox's. */
export interface Who {
  user: 'root' | 'ops' | 'alice'
  /** `applets`: every tool busybox has is busybox's, too. */
  shell: 'sh' | 'busybox' | 'applets'
}

export const EVERYBODY: readonly Who[] = (['root', 'ops', 'alice'] as const).flatMap((user) =>
  // sudo chooses its PATH by itself.
  (user === 'ops' ? (['sh', 'busybox'] as const) : (['sh', 'busybox', 'applets'] as const)).map((shell) => ({
    user,
    shell,
  })),
)

/** What stands in front of PATH for `applets`. */
export const APPLETS = 'mkdir -p /opt/applets && busybox --install -s /opt/applets'

/** A way in past sshd, so that a machine whose sshd is broken can be looked at all the same. */
export function wayIn({ machine }: Pick<Lab, 'machine'>, { user, shell }: Who): Access {
  const run = (argv: readonly string[], options: ExecOptions): Promise<ExecResult> =>
    new Promise((resolve) => {
      const started = performance.now()
      const as = user === 'root' ? [] : ['/usr/bin/setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups']
      const words = ['--target', String(machine.leader), '--all', '--wd=/', ...as, ...argv]
      const first = shell === 'applets' ? '/opt/applets:' : ''
      const env = { PATH: `${first}/usr/local/bin:/usr/bin:/bin`, HOME: '/' }
      const child = spawn('nsenter', words, { detached: true, stdio: 'pipe', env })
      let [stdout, stderr, timedOut] = ['', '', false]
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
      child.stdin.on('error', () => {}).end(options.stdin ?? '')
      const clock = setTimeout(() => {
        timedOut = true
        process.kill(-child.pid!, 'SIGKILL')
      }, options.timeoutMs ?? 15_000)
      child.once('close', (code) => {
        clearTimeout(clock)
        resolve({ code, stdout, stderr, timedOut, cut: false, seconds: (performance.now() - started) / 1000 })
      })
    })
  return {
    via: user,
    root: user !== 'alice',
    roundTrip: 0.01,
    async exec(argv, options = {}) {
      const words = shell !== 'sh' && argv[0] === 'sh' ? ['busybox', ...argv] : argv
      const sudo = options.sudo === true && user !== 'root' && (await run(['sudo', '-n', 'true'], {})).code === 0
      return run(sudo ? ['sudo', '-n', ...words] : words, options)
    },
    async close() {},
  }
}

/** What a probe is handed on a machine of a lab; `login` is the account in question. */
export function contextOf(
  lab: Lab,
  who: Who,
  options: { login?: string; port?: number; facts?: FactSheet } = {},
): ProbeContext {
  const file = { path: lab.client.keyFile, named: true, state: 'present' as const }
  const facts = options.facts ?? {
    'key-files': { at: '', seen: 'network', via: '', value: { files: [file], agent: 'none' } },
  }
  const target = {
    destination: 'web',
    host: lab.machine.address,
    port: options.port ?? 22,
    user: options.login ?? 'alice',
    ssh: [],
  }
  return {
    target,
    facts,
    access: wayIn(lab, who),
    from: lab.client.address,
    signal: new AbortController().signal,
    connection: () => Promise.resolve(true),
    progress() {},
    step() {},
    patience: 4,
  }
}

/** One probe's answer, asked afresh. */
export async function ask<V extends Facts[FactId]>(
  probe: { run(context: ProbeContext): Promise<V> },
  lab: Lab,
  who: Who = { user: 'root', shell: 'sh' },
  options?: Parameters<typeof contextOf>[2],
): Promise<V> {
  return probe.run(contextOf(lab, who, options))
}
