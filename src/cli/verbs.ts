// Made from the folders of src/cli/verbs by `npm run verbs`; nothing is edited here.
import type { Verb } from './verb.ts'
import { verb as config } from './verbs/config/verb.ts'
import { verb as diagnose } from './verbs/diagnose/verb.ts'
import { verb as explain } from './verbs/explain/verb.ts'
import { verb as logs } from './verbs/logs/verb.ts'
import { verb as startups } from './verbs/startups/verb.ts'

/** Every verb: first what happens without one, at the end what serves the program itself. */
export const VERBS: readonly Verb[] = [diagnose, config, explain, logs, startups]
