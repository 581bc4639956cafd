// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import type { Verb } from './verb.ts'
import { verb as completion } from './verbs/completion/verb.ts'
import { verb as config } from './verbs/config/verb.ts'
import { verb as diagnose } from './verbs/diagnose/verb.ts'
import { verb as explain } from './verbs/explain/verb.ts'
import { verb as logs } from './verbs/logs/verb.ts'
import { verb as startups } from './verbs/startups/verb.ts'

/** Every verb: first what happens without one, at the end what serves the program itself. */
export const VERBS: readonly Verb[] = [diagnose, config, explain, logs, startups, completion]
