import { findingIn } from './clients.ts'
import type { Finding } from './finding.ts'

/** What a line of another SSH program than OpenSSH's says about how the login ended; undefined where it says nothing. */
export const foreignFinding = (line: string): Finding | undefined => findingIn('others', line)
