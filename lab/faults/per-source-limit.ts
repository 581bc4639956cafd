// PerSourceMaxStartups, which hardening guides recommend, meets a network behind one address, or your own CI that opens
// ten connections at once: the address has its two or three logins under way and every further one is turned away, in
// the same words as by MaxStartups, while everybody else gets in.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { leaveOneAddress } from '../breaking/one-address.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The client's own address has used up what one address may have. */
export const perSourceLimit = {
  id: 'per-source-limit',
  releases: DEFAULT_RELEASES,
  variants: ['other-address', 'one-address'],
  clientAddresses: 2,
  alsoRight: {
    'maxstartups-saturated': {
      says: 'the notice is the same; who has one address (one-address) cannot see that others get in',
      variants: ['one-address'],
    },
    'per-source-penalty': {
      says: 'since 9.8 the notice is the same, and both turn away one address only',
      releases: ['trixie'],
    },
  },
  verdict: 'unreachable',
  fromWithin: {
    way: 'kept',
    more: {
      block: {
        async break({ machine, attacker }) {
          const penalties = machine.release === 'trixie' ? ['PerSourcePenalties no'] : []
          const limits = ['PerSourceMaxStartups 3', 'PerSourceNetBlockSize 16', 'LoginGraceTime 900']
          await configureSshd(machine, [...limits, ...penalties])
          return (await attacker.hold(3, { seconds: 30 })).close
        },
      },
    },
  },
  async break(lab, variant) {
    const { machine, client, random } = lab
    const limit = 2 + Math.floor(random() * 2)
    await configureSshd(machine, [`PerSourceMaxStartups ${limit}`, 'LoginGraceTime 900'])
    const holders = await client.hold(limit)
    if (holders.held < limit) throw new Error(`only ${holders.held} of ${limit} connections are held`)
    if (variant === 'one-address') await leaveOneAddress(lab)
    return { args: client.sshArgs(), release: holders.close }
  },
} satisfies BrokenFault
