// The server lost its time: a virtual machine that was suspended, a board without a battery, NTP shut out by a firewall. Who logs in by a
// short-lived certificate is refused, as one that is not valid yet or no more; who has a key in authorized_keys gets in as ever.
import { setClock } from '../breaking/clock.ts'
import { byCertificate } from '../breaking/user-certificate.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

const DAY = 24 * 3600

export const clockWrong = {
  id: 'clock-wrong',
  releases: DEFAULT_RELEASES,
  variants: ['behind', 'ahead'],
  alsoRight: { 'key-not-accepted': 'sshd refuses a certificate in the same words as a wrong key' },
  verdict: 'unreachable',
  fromWithin: { way: 'login', proof: /clock is (?:ahead of|behind) yours: by \d+ (?:hours|days)/ },
  async break({ machine, client, random }, variant) {
    await byCertificate(machine, client, '-5m:+12h')
    const days = 1 + Math.floor(random() * 40)
    await setClock(machine, (variant === 'behind' ? -days : days) * DAY)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
