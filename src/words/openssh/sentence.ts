import type { Stage } from '../../core/types.ts'
import type { Level } from '../entry.ts'
import type { Speaker } from '../speakers.ts'
import { areaOf } from './areas.ts'

const NAMES = { ssh: 'ssh', sshd: 'sshd' } as const

/** Who says it; where both do and nothing in the line tells, both are named. */
const whoOf = (by: readonly Speaker[]): string =>
  by.map((one) => (one === 'ssh' || one === 'sshd' ? NAMES[one] : one)).join(' or ')

/** The step that a message of this source file belongs to. */
export function stepOf(file: string, by: readonly Speaker[]): Stage | undefined {
  const step = areaOf(file)?.step
  if (typeof step !== 'object') return step
  if (by.length > 1) return undefined
  return by[0] === 'sshd' ? step.sshd : step.ssh
}

const FATAL = ' and ends here'

/** What is known of a message that nobody has described: who, at which step, how bad, and what its last words hold. */
export function sentenceOf(format: string, level: Level, by: readonly Speaker[], file: string): string {
  const who = whoOf(by)
  const doing = areaOf(file)?.doing ?? 'worked'
  const told = {
    fatal: `${who} failed inside while it ${doing}${FATAL}.`,
    error: `${who} failed at something inside while it ${doing}.`,
    warning: `${who} warns of something that it saw while it ${doing}.`,
    info: `${who} notes something that it saw while it ${doing}.`,
    verbose: `${who} notes something that it saw while it ${doing}.`,
    debug: `${who} tells a detail of how it ${doing}.`,
  }[level]
  const behind = reasonOf(format)
  return behind === undefined ? told : `${told} ${behind}`
}

function reasonOf(format: string): string | undefined {
  if (format.endsWith(': <ssh error>')) return 'The reason is at the end of the line.'
  if (/: %s\.?$/.test(format)) return "The reason, often the system's, is at the end of the line."
  if (/^%s:? line %l?[du]/.test(format)) return 'The file and its line are at the front.'
  return format.startsWith('%s: ') ? 'The first word is the function that says it.' : undefined
}
