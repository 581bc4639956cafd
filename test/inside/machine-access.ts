import type { Access, ExecOptions, ExecResult } from '../../src/core/access.ts'
import type { ProbeContext } from '../../src/core/probe.ts'
import type { FactSheet } from '../../src/core/types.ts'
import { command } from '../../lab/hosts/command.ts'
import type { Lab } from '../../lab/hosts/lab.ts'

export type Who = 'root' | 'ops' | 'alice'

const IDS = { root: 0, ops: 1001, alice: 1000 }

/** A way into a lab's machine past sshd, as one of its users, through a shell of our choosing. */
export function machineAccess({ machine, client }: Lab, who: Who, sh: readonly string[] = ['sh']): Access {
  return {
    via: who,
    root: who !== 'alice',
    roundTrip: 0.01,
    from: client.address,
    async exec(argv: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
      const id = options.sudo && who === 'ops' ? 0 : IDS[who]
      const as = id === 0 ? [] : ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups']
      const words = argv[0] === 'sh' ? [...sh, ...argv.slice(1)] : argv
      const enter = ['nsenter', '--target', String(machine.leader), '--all', '--wd=/', ...as]
      const { code, stdout, stderr, timedOut, ms } = await command(
        [...enter, 'env', '-i', 'PATH=/usr/bin:/bin', ...words],
        {
          timeoutMs: options.timeoutMs ?? 15_000,
        },
      )
      return { code, stdout, stderr, timedOut, cut: false, seconds: ms / 1000 }
    },
    async close() {},
  }
}

/** What a probe is given on that machine. `from` is where alice comes from; null where nobody knows. */
export function contextOn(
  lab: Lab,
  who: Who = 'root',
  more: { sh?: string[]; from?: string | null; facts?: FactSheet } = {},
): ProbeContext {
  const from = more.from === undefined ? lab.client.address : more.from
  return {
    target: { host: lab.machine.address, port: 22, user: 'alice', words: [] } as unknown as ProbeContext['target'],
    facts: more.facts ?? {},
    access: machineAccess(lab, who, more.sh),
    ...(from !== null && { from }),
    signal: new AbortController().signal,
    connection: async () => false,
    progress() {},
    step() {},
    patience: 1,
  }
}
