import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { loginCommand } from './login.ts'
import { watchSsh } from '../watched-ssh/watched-ssh.ts'
import { platform } from '../platform.ts'

export default {
  id: 'login-beyond-host-key',
  needs: 'network',
  asks: 'would the login work once you confirmed the host key?',
  cost: { seconds: 1, connections: 1, load: 1 },
  // A changed key may be somebody else's machine: nothing goes beyond that. An unknown one only asks for a yes, and a
  // signature made for this connection is worth nothing in another (RFC 4252 7); passwords are off in batch mode.
  applies: (facts) => known(facts, 'login')?.log.failure === 'host-key-unknown',
  async run(context) {
    if (!(await context.connection('target'))) throw new Unanswered('not-allowed', 'the connection budget is spent')
    const folder = mkdtempSync(join(tmpdir(), 'sshmedic-'))
    try {
      return await watchSsh({
        args: loginCommand(context.facts, context.target, [
          'ControlPath=none',
          'StrictHostKeyChecking=no',
          `UserKnownHostsFile=${join(folder, 'known_hosts')}`,
          `GlobalKnownHostsFile=${platform.nullDevice}`,
        ]),
        signal: context.signal,
        patience: context.patience,
        onStep: (step, _, line) => {
          context.progress(`ssh, behind the host key: ${step}`)
          context.step(step, line)
        },
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
} satisfies Probe<'login-beyond-host-key'>
