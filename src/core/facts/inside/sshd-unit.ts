import { fact } from '../fact.ts'
import { amount, count, flag, integer, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'port',
  title: 'From within: sshd as a service',
  shape: object(
    {
      units: list(
        object({
          name: text('Its name.'),
          active: text('ActiveState.'),
          sub: text('SubState.'),
          result: optional(text('Result.')),
          enabled: optional(text('UnitFileState.')),
          tasks: optional(count('TasksCurrent.')),
          tasksMax: optional(count('TasksMax.')),
          status: optional(integer('Exit status of the main process when it failed.')),
          since: optional(amount('Seconds since the state last changed.')),
        }),
        'Systemd’s units of sshd.',
      ),
      socket: optional(
        object(
          {
            name: text('Its name.'),
            active: flag('It listens.'),
            accept: flag('One sshd a connection (Accept=yes).'),
            listens: list(text(), 'On what.'),
            ports: list(count(), 'TCP ports among that.'),
            connections: optional(count('Under way.')),
            max: optional(count('MaxConnections.')),
          },
          'Socket activation.',
        ),
      ),
    },
    'From within: sshd as a service.',
  ),
})
