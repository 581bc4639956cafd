// Something takes the processor: a runaway loop, a build or a migration on a small instance, burst credits that are
// used up, a container's CPU limit. sshd works as fast as it is let: the banner after seconds, the login after half a
// minute, and every other service of the host as slowly.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** Two busy loops and all the rest of the machine share a fortieth of one processor. */
export const cpuStarved = {
  id: 'cpu-starved',
  releases: DEFAULT_RELEASES,
  variants: ['quota'],
  alsoRight: { 'host-starved': 'that the host hardly runs is seen; what it lacks is known inside' },
  verdict: 'degraded',
  fromWithin: { way: 'kept' },
  async break({ machine, client, random }) {
    // The loops see to it that the quota is used up from the beginning, and not only once somebody has logged in.
    const loop = (n: number): string => `systemd-run --quiet --unit=busy${n} sh -c 'while :; do :; done'`
    await machine.must(`${loop(1)} && ${loop(2)}`)
    machine.cpuQuota(0.02 + random() * 0.008)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
