import { command, type CommandOptions, type Outcome } from './command.ts'
import { holdConnections, type HoldOptions, type Holders } from './holders.ts'

/** Somebody else on the network, with many addresses. */
export class Attacker {
  readonly netns: string
  readonly addresses: readonly string[]
  readonly #target: string

  constructor(netns: string, addresses: readonly string[], target: string) {
    this.netns = netns
    this.addresses = addresses
    this.#target = target
  }

  /** Opens silent connections to the machine and keeps them, from all addresses in turn unless told otherwise. */
  hold(count: number, options: HoldOptions = {}): Promise<Holders> {
    return holdConnections(this.netns, this.#target, count, { from: this.addresses, ...options })
  }

  /** Runs a command on the attacker's side. */
  run(argv: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
    return command(['ip', 'netns', 'exec', this.netns, ...argv], options)
  }
}
