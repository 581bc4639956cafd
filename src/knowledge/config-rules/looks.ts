import type { Argv, Step } from '../../core/remedy.ts'
import { pipelineText } from '../../core/shown-command.ts'
import { person } from '../../core/steps.ts'

/** A command with words in capitals that the reader fills in: nobody else can run it, so it is a person's step. */
export const toFillIn = (...argv: Argv): Step => person(pipelineText([argv]))

/** A login that can do without these names of a list. */
export const loginWithout = (spelt: string, names: readonly string[]): Step => {
  const option = spelt === 'PubkeyAcceptedKeyTypes' ? 'PubkeyAcceptedAlgorithms' : spelt
  return toFillIn('ssh', '-v', '-o', `${option}=-${names.join(',-')}`, 'USER@HOST', 'true')
}

/** A login that needs a key and nothing else. */
export const keyLogin = (user = 'USER'): Step =>
  toFillIn('ssh', '-o', 'PreferredAuthentications=publickey', `${user}@HOST`, 'true')
