import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { loginCommand } from './login.ts'
import { watchSsh } from '../watched-ssh/watched-ssh.ts'

export default {
  id: 'command-session',
  needs: 'network',
  asks: 'does a harmless command (echo) run where the login shell does not answer?',
  cost: { seconds: 0.5, connections: 1, load: 1 },
  applies(facts) {
    const fact = known(facts, 'login')
    const ended = fact !== undefined && fact.stopped === undefined && fact.log.failure === undefined
    return ended && fact.stepAt.authenticated !== undefined && !fact.shellAnswered && !fact.log.forcedCommand
  },
  async run(context) {
    if (!(await context.connection('target'))) throw new Unanswered('not-allowed', 'the connection budget is spent')
    context.progress('one harmless command')
    return watchSsh({
      args: loginCommand(context.facts, context.target, ['ControlPath=none']),
      byCommand: true,
      signal: context.signal,
      patience: context.patience,
    })
  },
} satisfies Probe<'command-session'>
