import type { FactDeclaration } from '../src/core/facts/fact.ts'

/** From where a fact can be seen: one folder each, in the order in which a reader meets them. */
export const VANTAGES = ['client', 'network', 'inside', 'cloud', 'told'] as const

/** A declaration with what its path says. */
export interface DeclaredFact extends FactDeclaration {
  seen: (typeof VANTAGES)[number]
  id: string
}
