import type { LogLine } from './types.ts'

/** What a message says, without its header. */
export type Message = Omit<LogLine, 'line' | 'at' | 'pid' | 'tag' | 'host'>

/** First words of a message, and who reads those that begin so; undefined: the next is asked. */
export type MessageReader = readonly [string, (message: string, begin: number) => Message | undefined]
