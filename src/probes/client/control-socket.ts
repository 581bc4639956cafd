import { lstat } from 'node:fs/promises'
import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { readConfigRefusal } from '../../openssh/config-refusal.ts'
import { platform } from '../platform.ts'
import { boundedRun } from '../watched-ssh/bounded-run.ts'

/** A living master answers at once; ssh itself would wait for a dead one without end. */
const SECONDS = 2
/** A session through it takes a round trip or two and a shell. */
const SESSION_SECONDS = 4

export default {
  id: 'control-socket',
  needs: 'nothing',
  asks: 'does a shared connection of yours still work?',
  cost: { seconds: 0.1, connections: 0, load: 0 },
  applies: (facts) => known(facts, 'ssh-config')?.controlPath !== undefined,
  async run({ target, facts, signal, patience }) {
    const path = known(facts, 'ssh-config')?.controlPath
    if (path === undefined) throw new Unanswered('not-asked', 'no ControlPath is configured')
    const room = platform.socketNameRoom
    if (!(await exists(path))) return { path, room, exists: false }

    // -G has expanded the path already; a `%` that is left is meant as such. No user configuration is needed for it,
    // and -O never reaches for the network nor removes a stale socket.
    const args = ['-F', 'none', '-S', path.replaceAll('%', '%%'), '-O', 'check', '--', target.destination]
    const ran = await boundedRun('ssh', args, { seconds: SECONDS * patience, signal })
    if (ran.failed)
      throw new Unanswered('absent', ran.failed === 'ENOENT' ? 'there is no ssh program in PATH' : ran.failed)
    if (ran.ended === 'aborted') throw new Unanswered('not-asked', 'interrupted')
    if (ran.ended) return { path, room, exists: true, check: 'hangs' }
    const says = readConfigRefusal(ran.stderr)
    if (ran.code === 0) {
      // A master that answers may still ride a connection that is dead: only a session through it tells. Where the master
      // refuses, ssh would go on by itself; ProxyCommand=false ends that there.
      const through = [
        '-F',
        'none',
        '-S',
        path.replaceAll('%', '%%'),
        '-T',
        '-o',
        'BatchMode=yes',
        '-o',
        'ProxyCommand=false',
      ]
      const session = await boundedRun('ssh', [...through, '--', target.destination, 'echo sshmedic'], {
        seconds: SESSION_SECONDS * patience,
        signal,
      })
      const answered = session.stdout.includes('sshmedic') || (!session.ended && session.code !== 255)
      return {
        path,
        room,
        exists: true,
        check: 'alive',
        session: answered ? 'works' : session.ended ? 'hangs' : 'fails',
        says,
      }
    }
    return { path, room, exists: true, check: /Connection refused/i.test(ran.stderr) ? 'refused' : 'other', says }
  },
} satisfies Probe<'control-socket'>

/** The link itself counts: ssh trips over a dangling one as well. */
async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code !== 'ENOENT' && code !== 'ENOTDIR'
  }
}
