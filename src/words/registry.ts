// Made by `npm run registries` from the files of the folder. Do not edit: run it again.
import type { Entry } from './entry.ts'
import { ENTRIES as opensshEntriesLogins } from './openssh/entries/logins.ts'

/** What everybody prints whose messages are patterns. */
export const ENTRIES: readonly Entry[] = [...opensshEntriesLogins]
