import { labFaults } from './faults/index.ts'
import { isBroken } from './from-outside.ts'
import type { BrokenFault, MoreWay, NotSeen, Release, SeenWithin } from './types.ts'

/** A fault that somebody on the server can name exactly, with how he got there. */
export interface InsideFault extends BrokenFault {
  fromWithin: SeenWithin
  /** These are told from within only, so that there each of them is asked for. */
  onlyWithin: boolean
}

const isSeen = (how: SeenWithin | NotSeen): how is SeenWithin => 'way' in how

/** The further ways of a fault as faults of their own, one for each set of releases they can be done on. */
function moreWays(fault: BrokenFault, how: SeenWithin): InsideFault[] {
  const byReleases = new Map<string, [string, MoreWay][]>()
  for (const [name, way] of Object.entries(how.more ?? {})) {
    const key = (way.releases ?? fault.releases).join(' ')
    byReleases.set(key, [...(byReleases.get(key) ?? []), [name, way]])
  }
  return [...byReleases].map(([releases, ways]) => ({
    id: fault.id,
    releases: releases.split(' ') as Release[],
    variants: ways.map(([name]) => name),
    verdict: fault.verdict,
    fromWithin: how,
    onlyWithin: true,
    async break(lab, variant) {
      const release = await how.more![variant]!.break(lab)
      const args = lab.client.sshArgs()
      return release ? { args, release } : { args }
    },
  }))
}

/** Every fault that somebody on the server can name exactly: as it is broken for the outside, then the further ways to it. */
export const insideFaults: readonly InsideFault[] = (() => {
  const seen = labFaults.filter(isBroken).flatMap((fault) => {
    const how = fault.fromWithin
    return isSeen(how) ? [{ fault, how }] : []
  })
  return [
    ...seen.map(({ fault, how }) => ({ ...fault, fromWithin: how, onlyWithin: false })),
    ...seen.flatMap(({ fault, how }) => moreWays(fault, how)),
  ]
})()

/** What the first cause has to bring along as proof, done this way. */
export const proofOf = ({ fromWithin }: InsideFault, variant: string): RegExp | undefined =>
  fromWithin.more?.[variant]?.proof ?? fromWithin.proof
