import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, pipe, plainWord } from '../core/steps.ts'

export default {
  id: 'free-space',
  title: 'Free space',
  treats: { 'disk-full': 1 },
  needs: 'server',
  harm: 'lasting',
  plan(facts) {
    const full = known(facts, 'disk')?.mounts.find((m) => m.usedPercent >= 100 || m.inodesUsedPercent === 100)
    const mount = plainWord(full?.mount)
    const last = ['tail', '-n', '20']
    if (full === undefined || mount === undefined) return [onServer('Free space.', ['df', '-h'], ['df', '-i'])]
    if (full.inodesUsedPercent === 100) {
      const say = 'There are too many files, not too large ones: see where they are, and remove some.'
      return [onServer(say, pipe(['du', '-x', '--inodes', '--max-depth=2', mount], ['sort', '-n'], last))]
    }
    return [
      onServer(
        'Free space there: see which folders take it.',
        pipe(['du', '-xh', '--max-depth=2', mount], ['sort', '-h'], last),
      ),
    ]
  },
} satisfies Remedy
