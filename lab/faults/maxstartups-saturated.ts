// Brute force from many addresses (or a monitoring that connects and forgets) fills sshd with connections that never
// log in, and sshd turns newcomers away: each of them between `start` and `full`, by chance (`partial`), all of them
// above. LoginGraceTime is raised only so that the holders need no renewal while somebody looks.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** sshd holds as many connections without a login as it may. */
export const maxstartupsSaturated = {
  id: 'maxstartups-saturated',
  releases: DEFAULT_RELEASES,
  variants: ['full', 'partial'],
  alsoRight: {
    'per-source-penalty': {
      says: 'since 9.8 the notice is the same, and from one address so is everything else',
      releases: ['trixie'],
    },
    'per-source-limit': 'the notice is the same, and from one address so is everything else',
  },
  verdict: 'unreachable',
  fromWithin: { way: 'kept', proof: /held by 10\.77\.\d+\.\d+/ },
  async break({ machine, attacker, client, random }, variant) {
    const full = variant === 'full'
    await configureSshd(machine, [`MaxStartups ${full ? '5:100:5' : '3:70:20'}`, 'LoginGraceTime 900'])
    const count = full ? 5 : 8 + Math.floor(random() * 5)
    const holders = await attacker.hold(count, { seconds: 30 })
    if (holders.held < count) throw new Error(`only ${holders.held} of ${count} connections are held`)
    return { args: client.sshArgs(), release: holders.close }
  },
} satisfies BrokenFault
