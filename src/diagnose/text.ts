import { known } from '../core/probe.ts'
import type { Diagnosis, FactSheet, Next, TextAnswer } from '../core/types.ts'
import { WHERE_ON_ROAD } from '../knowledge/phrases/where-on-road.ts'
import { failed, gotIn } from './verdict.ts'
import type { Reading } from './posterior.ts'

/**
 * What a pasted text answers; undefined where none was brought, or where something else was asked as well. A text is an excerpt: only what it
 * says counts, and that nothing in it is wrong is never concluded from what it does not show.
 */
export function answerOfText(facts: FactSheet, readings: readonly Reading[]): TextAnswer | undefined {
  const text = known(facts, 'pasted-text')
  if (!text) return undefined
  if (failed(readings)) return 'names-causes'
  if (text.works || (gotIn(readings) && text.alarming === 0 && text.refusals <= 1)) return 'login-works'
  if (text.broken !== undefined) return 'step-only'
  return text.known > 0 ? 'ordinary' : 'unknown-lines'
}

/** The port of a server that cannot listen is not one that somebody opens. */
const AT: Readonly<Record<string, string>> = { ...WHERE_ON_ROAD, port: 'at the port' }

/** Whoever brought lines of a server has its log at hand; whoever brought a client's words can run it again. */
const MORE: Readonly<Record<'client' | 'server', Next>> = {
  client: {
    kind: 'test',
    says: 'Run it once more with -vvv and give explain the whole output; the lines before the last one tell why.',
    command: 'ssh -vvv … 2>&1 | sshmedic explain',
  },
  server: {
    kind: 'test',
    says: "Give explain the whole log of that connection: all lines with the same number behind sshd's name, from its first one on.",
    command: 'journalctl -u ssh -u sshd --since -1h | sshmedic explain',
  },
}

/** The parts of a diagnosis that a text without a named cause has. */
export function textDiagnosis(
  answer: Exclude<TextAnswer, 'names-causes'>,
  facts: FactSheet,
): Pick<Diagnosis, 'verdict' | 'causes' | 'ruledOut' | 'next' | 'surer' | 'answer'> {
  const text = known(facts, 'pasted-text')
  const nothing = { causes: [], ruledOut: [], surer: null }
  switch (answer) {
    case 'login-works':
      return {
        ...nothing,
        verdict: 'reachable',
        next: null,
        answer: { kind: answer, says: 'This shows a login that works.' },
      }
    case 'step-only': {
      const said = text?.means === undefined ? '' : ` ${text.means}`
      const where = text?.broken === undefined ? '' : ` ${AT[text.broken]}`
      return {
        ...nothing,
        verdict: 'unreachable',
        next: MORE[text?.side ?? 'client'],
        answer: { kind: answer, says: `The text shows that it fails${where}, and not why.${said}` },
      }
    }
    case 'ordinary':
      return {
        ...nothing,
        verdict: 'unknown',
        next: MORE[text?.side ?? 'client'],
        answer: { kind: answer, says: ordinary(text) },
      }
    case 'unknown-lines':
      return {
        ...nothing,
        verdict: 'unknown',
        next: MORE.client,
        answer: { kind: answer, says: `Not one of these lines is known from ssh, sshd or what stands around them.` },
      }
  }
}

function ordinary(text: { lines: number; known: number; refusals: number } | undefined): string {
  if (!text) return 'These lines are ordinary.'
  const strange = text.lines - text.known
  const others = strange === 0 ? '' : ` ${strange === 1 ? 'One line is' : `${strange} lines are`} not known.`
  const refused =
    text.refusals === 0 ? '' : ' Refusals and broken connections stand in them, as in the log of every server.'
  return `These lines are ordinary: they name no cause, and show no login that works.${refused}${others}`
}
