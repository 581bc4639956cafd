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
  shutsOut?: ShutsOut
}

/** Who gets in today and may be kept out by a step, and how to see beforehand that they are not. */
export interface ShutsOut {
  /** `root, where it has no key that works`. */
  who: string
  look: Step
  /** The present user may be among them. */
  you: boolean
}

/** A line of sshd_config(5), its keyword as that release spells it. */
export interface Setting {
  keyword: string
  value: string
}

/** Where a line is written, by hand or by program. */
export interface Edit {
  file: string
  /** `replace` the line, `insert` before it, or `create` the file with nothing but these lines. */
  how: 'replace' | 'insert' | 'create'
  line?: number
  text: string
}

export type EditStep = StepBase &
  Setting & {
    kind: 'edit'
    /** The sentence says the line itself: it is not shown beside it once more. */
    told?: true
    /** Where it would win; absent where that was not looked at, or no place was found. */
    place?: Edit
  }

/** A step is data: what is shown, approved, logged and executed is the same thing. */
export type Step =
  | EditStep
  | (StepBase &
      (
        | { kind: 'wait'; seconds: number }
        /** Commands on this machine, or on the server. */
        | { kind: 'exec'; on: 'here' | 'server'; commands: readonly Pipeline[] }
        /** Something for the cloud's console or its command line. */
        | { kind: 'cloud' }
        /** Something that only a person can do. */
        | { kind: 'person' }
      ))

/** What somebody is told to do about something, in the order of doing. */
export interface Advice<Id extends string = string> {
  id: Id
  steps: readonly Step[]
}

/**
 * What a treatment may cost, the least first. `none`: it only looks, or changes nothing that anybody uses. `undone`: `undo` takes it
 * back. `lasting`: it stays. `interrupts`: somebody loses a connection or a running program.
 */
export const HARMS = ['none', 'undone', 'lasting', 'interrupts'] as const
export type Harm = (typeof HARMS)[number]

/**
 * A treatment of a fault: a diagnosis shows its plan, and treating will be running what is shown. What a log, a configuration and the
 * arithmetic of MaxStartups advise are steps as well, made from the same pieces (core/steps.ts).
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
   * Its steps hold for OpenSSH on a Unix alone: they name files, programs or keywords of its own. Of a server that was heard to be another
   * one it is never shown (remedies/plan/other-server.ts says where each keeps such things).
   */
  opensshOnly?: true
  /**
   * The steps, built from the facts; where a fact is missing a step says what to look up. `refuse`: why this is no remedy here, in
   * words.
   */
  plan(facts: FactSheet, target?: Target): readonly Step[] | { refuse: string }
}
