import { fact } from '../fact.ts'
import { amount, count, flag, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'port',
  title: 'From within: who listens',
  shape: object(
    {
      port: count('The port that was asked about.'),
      listeners: list(
        object({
          address: text('It listens on.'),
          port: count('Port number.'),
          pid: optional(count('Process id.')),
          program: optional(text('The program that holds the socket, such as `sshd`, `systemd`, `docker-proxy`.')),
          title: optional(text('Process title of sshd, visible form.')),
          startups: optional(
            object(
              {
                pending: count('Unfinished logins.'),
                begin: count('MaxStartups’ first number.'),
                full: count('Its third.'),
              },
              '`[listener] n of begin-full startups` (8.2 on).',
            ),
          ),
          state: optional(text('Letter of /proc/PID/stat: S R D T t Z.')),
          waitsIn: optional(text('Where it sleeps in the kernel.')),
          frozen: optional(flag('Its cgroup is frozen.')),
          age: optional(amount('Seconds it has been running.')),
          tracedBy: optional(count('A debugger’s process id.')),
        }),
        'The programs that listen on it.',
      ),
      sshdPorts: list(count(), 'Ports on which some sshd listens.'),
    },
    'The program that listens on the port, and its state.',
  ),
})
