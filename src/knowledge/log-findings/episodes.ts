import type { Episode } from '../../sshd-log/types.ts'

/**
 * Episodes in the order in which a person should meet them, of whom most read three lines: the latest, because it may still go on, then the others by
 * how many connections they dropped, the later first where that is equal. The summary and `--json` have them in the order of time.
 */
export function episodesToShow(episodes: readonly Episode[]): Episode[] {
  const latest = episodes.reduce(
    (best, each, i) => (best < 0 || lastTime(each) >= lastTime(episodes[best]!) ? i : best),
    -1,
  )
  if (latest < 0) return []
  const others = episodes.filter((_, i) => i !== latest).toReversed()
  return [episodes[latest]!, ...others.sort((a, b) => b.dropped - a.dropped || laterFirst(a, b))]
}

/** ISO times of one spelling compare as text; '' is before all of them. An episode without an end may still go on, but one that began later is later. */
const lastTime = ({ start, end }: Episode): string => end ?? start ?? ''

function laterFirst(a: Episode, b: Episode): number {
  const [x, y] = [lastTime(a), lastTime(b)]
  return x < y ? 1 : x > y ? -1 : 0
}
