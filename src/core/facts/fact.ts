import type { Stage } from '../stage.ts'
import type { TSchema } from './shape.ts'

/**
 * One fact, declared once: what a reader calls it, and what its value is made of. Type, JSON Schema and title follow. The folder is
 * where it is seen from: `client` this machine, `network` the road to the server, `inside` the server itself, `told` by
 * somebody else.
 */
export interface FactDeclaration<Shape extends TSchema = TSchema> {
  /** The step of the road it is about: a reader meets facts in that order. */
  stage: Stage
  title: string
  shape: Shape
}

export const fact = <Shape extends TSchema>(declaration: FactDeclaration<Shape>): FactDeclaration<Shape> => declaration
