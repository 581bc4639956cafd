import { HARMLESS_LOGIN } from '../../openssh/harmless-login.ts'
import { known } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { FactSheet, Target } from '../../core/types.ts'
import { loginArgs } from '../../openssh/login-args.ts'
import { watchSsh } from '../watched-ssh/watched-ssh.ts'

/** Moves ssh on to the next address of a name; the clocks that end a login are our own. */
const CONNECT_TIMEOUT = 6

/** The argument vector of a login that changes nothing: ours first, since ssh takes the first value it sees. */
export function loginCommand(facts: FactSheet, target: Target, extra: readonly string[] = []): string[] {
  const config = known(facts, 'ssh-config')
  // Keywords an older ssh refuses are used only where its own dump shows that it knows them.
  const needed = [
    ...(config?.hasRemoteCommand ? ['RemoteCommand=none'] : []),
    ...(config?.sessionType ? ['SessionType=default', 'StdinNull=no', 'ForkAfterAuthentication=no'] : []),
  ]
  const ours = [
    ...extra,
    ...HARMLESS_LOGIN,
    // No master is left behind.
    'ControlMaster=no',
    ...needed,
    ...(config?.connectTimeout ? [] : [`ConnectTimeout=${CONNECT_TIMEOUT}`]),
  ]
  return [
    '-v',
    '-T',
    ...ours.flatMap((option) => ['-o', option]),
    ...loginArgs([...target.ssh]),
    '--',
    target.destination,
  ]
}

export default {
  id: 'login',
  needs: 'network',
  asks: 'how far does your own ssh come?',
  cost: { seconds: 1, connections: 1, load: 1 },
  applies: () => true,
  async run(context) {
    await context.connection('login')
    // A shared connection that still lives proves nothing about a new one.
    return watchSsh({
      args: loginCommand(context.facts, context.target, ['ControlPath=none']),
      signal: context.signal,
      patience: context.patience,
      onStep: (step, _, line) => {
        context.progress(`ssh: ${step}`)
        context.step(step, line)
      },
    })
  },
} satisfies Probe<'login'>
