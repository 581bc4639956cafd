import { findingIn } from './clients.ts'
import type { Finding } from './finding.ts'

/** What a line of the client's standard error, without a `debug` level, says about how the login ended; undefined where it says nothing. */
export const findingOfLine = (line: string): Finding | undefined => findingIn('openssh', line)
