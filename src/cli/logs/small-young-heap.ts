import { setFlagsFromString } from 'node:v8'

/** The release this was measured with; one that does not know the flag says so on stderr. */
const MEASURED = 24

/**
 * Keeps V8's space for young objects at its first size (1 MB) instead of growing it to 16 MB and its copy: a log of 10 M lines is
 * summarised within 151 MB instead of 192, as fast. --max-semi-space-size says the same, but is read at the start only.
 */
export function keepYoungHeapSmall(): void {
  if (Number.parseInt(process.versions.node, 10) === MEASURED) setFlagsFromString('--semi-space-growth-factor=1')
}
