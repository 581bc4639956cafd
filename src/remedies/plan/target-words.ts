import { known } from '../../core/probe.ts'
import type { FactSheet, Target } from '../../core/types.ts'
import { plainWord } from '../../core/steps.ts'
import type { Word } from '../../core/steps.ts'

/** Words of the target, as they may stand in a command; undefined where they may not, or are not known. */

export const destination = (target: Target | undefined): Word => plainWord(target?.destination)

export const host = (facts: FactSheet, target?: Target): Word =>
  plainWord(known(facts, 'ssh-config')?.host ?? target?.host)

/** A pasted text has no port, which its target says with 0. */
export const port = (facts: FactSheet, target?: Target): Word =>
  plainWord((known(facts, 'ssh-config')?.port ?? target?.port) || undefined)

export const user = (facts: FactSheet, target?: Target): Word =>
  plainWord(known(facts, 'ssh-config')?.user ?? target?.user)

/** What the reader puts in their places where they are not known. */
export const DESTINATION = 'the destination as you type it'
export const USER = "the account's name"
