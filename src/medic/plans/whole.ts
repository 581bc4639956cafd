import type { Case } from '../../core/types.ts'
import { known } from '../../core/probe.ts'
import type { Examination } from '../examination.ts'
import { LookInside } from './inside.ts'
import { lookLocally } from './local.ts'
import { askNextBest } from './next-best.ts'
import { lookOutside, wasTurnedAway } from './outside.ts'

/** What is seen from within spares connections, and is waited for so long before the next question outside. Seconds. */
const INSIDE_HEAD_START = 4

/** Observes until sure or out of budget: from outside, and where there is a way in from within beside it. */
export async function examineWhole(exam: Examination): Promise<Case> {
  const { wayIn } = exam
  if (!wayIn?.local) await exam.ask('ssh-config')
  let mayBearMore = () => {}
  const outsideAsked = new Promise<void>((resolve) => (mayBearMore = resolve))
  const inside = wayIn && new LookInside(exam, wayIn, outsideAsked)
  if (inside && wayIn.local) await lookLocally(exam, inside)
  // Where ssh refuses its own configuration there is nothing to try.
  else if (known(exam.facts, 'ssh-config')?.ok !== false) {
    await lookOutside(exam)
    mayBearMore()
    inside?.loginIsOver(wasTurnedAway(exam))
    if (inside) await exam.waitFor(INSIDE_HEAD_START, inside.settled())
    await askNextBest(exam)
  } else mayBearMore()
  await inside?.settled()
  await inside?.close()
  return exam.close()
}
