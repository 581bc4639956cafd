import type { FactSheet, Target } from './types.ts'

/** Words of one program's command line. Data among them has passed `plainWord`. */
export type Argv = readonly string[]
/** Programs that read what the one in front of them prints. */
export type Pipeline = readonly Argv[]

interface StepBase {
  /** What is to be done, and why where that is not plain: a sentence for a tired person. */
  say: string
  /** What takes it back. */
  undo?: readonly Pipeline[]
  /** What shows that it has worked. */
  check?: readonly Pipeline[]
}

/** A step is data: what is shown, approved, logged and executed is the same thing. */
export type Step = StepBase &
  (
    | { kind: 'wait'; seconds: number }
    /** Commands on this machine, or on the server. */
    | { kind: 'exec'; on: 'here' | 'server'; commands: readonly Pipeline[] }
    /** A line of sshd_config(5). */
    | { kind: 'edit'; keyword: string; value: string }
    /** Something for the cloud's console or its command line. */
    | { kind: 'cloud' }
    /** Something that only a person can do. */
    | { kind: 'person' }
  )

/**
 * What a treatment may cost, the least first. `none`: it only looks, or changes nothing that anybody uses. `undone`: `undo` takes it
 * back. `lasting`: it stays. `interrupts`: somebody loses a connection or a running program.
 */
export const HARMS = ['none', 'undone', 'lasting', 'interrupts'] as const
export type Harm = (typeof HARMS)[number]

/**
 * The only form of advice in the house: a diagnosis shows the plan of a remedy; treating will be running what is shown.
 * One file a remedy (src/remedies), named after what it does.
 */
export interface Remedy {
  id: string
  title: string
  /** Fault id → how well it fits there, above 0 and at most 1: of those that have a plan the best is shown. */
  treats: Readonly<Record<string, number>>
  /** Where somebody has to be: at this machine, on the server by a login that works, on the server by another way in, at the cloud's console. */
  needs: 'here' | 'login' | 'server' | 'cloud'
  harm: Harm
  /**
   * The steps, built from the facts; where a fact is missing a step says what to look up. `refuse`: why this is no remedy here, in
   * words.
   */
  plan(facts: FactSheet, target?: Target): readonly Step[] | { refuse: string }
}
