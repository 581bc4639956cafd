import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, person, plainWord } from '../core/steps.ts'
import { toldWords } from './plan/told-words.ts'

export default {
  id: 'free-port-of-sshd',
  title: 'Find out what holds the port',
  treats: { 'port-taken': 1 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan(facts) {
    const port = plainWord(toldWords(facts, 'address-in-use').port ?? known(facts, 'listener')?.port)
    const where = port === undefined ? 'on the port of sshd' : `on port ${port}`
    return [
      onServer(
        `See which program listens ${where}: systemd means that ssh.socket does, sshd that another one still runs.`,
        ['ss', '-ltnp'],
      ),
      onServer('See whether ssh.socket is active; where it is, sshd has its port from there.', [
        'systemctl',
        'status',
        'ssh.socket',
      ]),
      person(
        'Give the port back to sshd: stop that program or move it, end the sshd left over once you have another way in; or give sshd another Port. A container that wants the port can publish another one (2222:22). Then start sshd and look at it again before you close what you have open.',
      ),
    ]
  },
} satisfies Remedy
