import { setFlagsFromString } from 'node:v8'

/** The release this was measured with; one that does not know a flag says so on stderr. */
const MEASURED = 24

/**
 * Leaves V8's second optimising compiler out (the first, Maglev, stays), or lets it in again. A log of the usual lines is read by WebAssembly, and what
 * JavaScript does with it is over before that compiler's work pays: it took a fifth of all processor time for a million lines of 8,000 addresses.
 */
export function optimiseMuch(much: boolean): void {
  if (Number.parseInt(process.versions.node, 10) !== MEASURED) return
  setFlagsFromString(much ? '--turbofan' : '--no-turbofan')
}
