// accept() has no file descriptor left: a leak in the listener, or the whole system at its limit. The connection stays
// in the queue, sshd tries again every tenth of a second for ever, and nothing is ever said.
import { readdirSync } from 'node:fs'
import { must } from '../hosts/command.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { script } from '../breaking/script.ts'
import type { BrokenFault } from '../types.ts'

/** The listener may open nothing more. */
export const descriptorsExhausted = {
  id: 'descriptors-exhausted',
  releases: DEFAULT_RELEASES,
  variants: ['limit'],
  alsoRight: { 'sshd-hung': 'a listener that cannot accept and one that does not run are equally silent' },
  verdict: 'unreachable',
  fromWithin: {
    way: 'kept',
    more: {
      'unit-limit': {
        proof: /limit 9/,
        break: script(`
          mkdir -p /etc/systemd/system/ssh.service.d
          printf '[Service]\\nLimitNOFILE=9\\n' > /etc/systemd/system/ssh.service.d/limit.conf
          systemctl daemon-reload; systemctl restart ssh.service`),
      },
    },
  },
  async break({ machine, client }) {
    const listener = machine.listenerPid()
    const open = new Set(readdirSync(`/proc/${listener}/fd`).map(Number))
    let free = 0
    while (open.has(free)) free++
    await must(['prlimit', '--pid', String(listener), `--nofile=${free}:${free}`])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
