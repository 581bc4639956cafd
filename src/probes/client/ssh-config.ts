import { Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { configArgs } from '../../openssh/login-args.ts'
import { parseConfigDump } from '../../openssh/config-dump.ts'
import { readConfigRefusal } from '../../openssh/config-refusal.ts'
import { boundedRun } from '../watched-ssh/bounded-run.ts'

/** `Match exec` and canonicalisation run the user's commands and look names up: either may hang. */
const SECONDS = 5

export default {
  id: 'ssh-config',
  needs: 'nothing',
  asks: 'what does your ssh configuration make of this destination?',
  cost: { seconds: 0.05, connections: 0, load: 0 },
  applies: () => true,
  async run({ target, signal, patience }) {
    const args = ['-G', ...configArgs(target.ssh), '--', target.destination, ...(target.command ?? [])]
    const ran = await boundedRun('ssh', args, { seconds: SECONDS * patience, signal })
    // EACCES: a folder of PATH may not be looked into, and no other one has an ssh.
    if (ran.failed === 'ENOENT' || ran.failed === 'EACCES')
      throw new Unanswered('absent', 'there is no ssh program in PATH')
    if (ran.failed) throw new Unanswered('absent', `ssh could not be started (${ran.failed})`)
    if (ran.ended === 'aborted') throw new Unanswered('not-asked', 'interrupted')
    if (ran.ended) {
      const limit = `${SECONDS * patience} s`
      throw new Unanswered(
        'timed-out',
        `ssh -G had no answer after ${limit}: a Match exec or a name lookup of ssh_config hangs`,
      )
    }
    if (ran.code === null) throw new Unanswered('absent', `ssh -G was ended by ${ran.signal ?? 'a signal'}`)
    if (ran.code !== 0) {
      return {
        ok: false,
        error: readConfigRefusal(ran.stderr) ?? `ssh refuses, with exit code ${ran.code} and says nothing`,
      }
    }
    const config = parseConfigDump(ran.stdout)
    if (!config) throw new Unanswered('absent', 'the ssh program does not know -G')
    return { ok: true, ...config }
  },
} satisfies Probe<'ssh-config'>
