import { isClear } from '../../diagnose/settled.ts'
import type { Examination } from '../examination.ts'

/** A test that would tell less than this, in bits, is not worth a connection. */
const WORTHWHILE = 0.06
/** No new question after this; the answers under way still come. Seconds. */
const LAST_QUESTION = 22

/** The medic's only loop: one more question, as long as one is worth its cost. */
export async function askNextBest(exam: Examination): Promise<void> {
  while (!exam.signal.aborted && exam.seconds < LAST_QUESTION * exam.patience) {
    if (isClear(exam.believed())) return
    const [best, ...others] = exam.ranked().filter((test) => test.bits >= WORTHWHILE)
    if (!best) return
    // Questions that cost the sshd nothing go along with the best one.
    const free = others.filter((test) => test.probe.cost.connections === 0)
    await Promise.all([best, ...free].map(({ probe }) => exam.ask(probe.id)))
  }
}
