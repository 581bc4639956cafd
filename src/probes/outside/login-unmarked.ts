import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { isDirect } from '../dial/addresses.ts'
import { loginCommand } from './login.ts'
import { watchSsh } from '../watched-ssh/watched-ssh.ts'

/** Every release with IPQoS knows it (5.7 on; `none` is of 7.6), and its value is a ToS byte of zeroes. */
const UNMARKED = 'IPQoS=cs0'

export default {
  id: 'login-unmarked',
  needs: 'network',
  asks: 'does the session begin when the packets of ssh are not marked?',
  // Where it hangs as well, it hangs as long.
  cost: { seconds: 6, connections: 1, load: 1 },
  decides: ['unmarked-session'],
  // Behind a proxy or a jump the packets on the road are not those of this ssh.
  applies(facts) {
    const fact = known(facts, 'login')
    if (!fact || !isDirect(facts) || fact.shellAnswered) return false
    // What is dropped, or whose answer is, is sent again: where nothing was, a session that hangs waits for something else.
    if (fact.stepAt.authenticated !== undefined)
      return fact.log.failure !== undefined || (fact.stopped !== undefined && fact.retransmits !== 0)
    // From 8.8 on the first packet is marked already: a plain connection opens, and that of ssh does not.
    const opens = known(facts, 'contact')?.contacts.some(({ connect }) => connect.outcome === 'open')
    return opens === true && fact.log.failure?.startsWith('connect-') === true
  },
  async run(context) {
    if (!(await context.connection('target'))) throw new Unanswered('not-allowed', 'the connection budget is spent')
    return watchSsh({
      args: loginCommand(context.facts, context.target, ['ControlPath=none', UNMARKED]),
      signal: context.signal,
      patience: context.patience,
      onStep: (step) => context.progress(`ssh, with unmarked packets: ${step}`),
    })
  },
} satisfies Probe<'login-unmarked'>
