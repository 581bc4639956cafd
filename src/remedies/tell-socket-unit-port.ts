import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, person, plainWord, withCheck } from '../core/steps.ts'

export default {
  id: 'tell-socket-unit-port',
  title: 'Tell the socket unit the port',
  treats: { 'socket-unit-decides-port': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts) {
    const unit = plainWord(known(facts, 'sshd-unit')?.socket?.name) ?? 'ssh.socket'
    const ports = known(facts, 'sshd-unit')?.socket?.ports ?? []
    const now = ports.length > 0 ? ` It listens on port ${ports.join(', ')} now: there you get in.` : ''
    return [
      onServer(`See what the socket unit listens on, and what decides it.${now}`, ['systemctl', 'cat', unit]),
      person(
        'Ubuntu 24.04 and newer make the unit from sshd_config, so the next step is enough there. Elsewhere write two lines into an override of the unit (systemctl edit): an empty ListenStream=, which clears the list, and one with the port.',
      ),
      withCheck(
        onServer(
          'Make it so; connections that are open stay.',
          ['systemctl', 'daemon-reload'],
          ['systemctl', 'restart', unit],
        ),
        ['ss', '-ltn'],
      ),
      person(
        'Or do without it: disable the socket unit and enable ssh.service, which reads Port itself. Keep a connection open until a new one works.',
      ),
    ]
  },
} satisfies Remedy
