import type { LineKind } from '../../sshd-log/types.ts'

/** Where engine/state.as keeps what JavaScript reads; the same numbers stand there. */
export const AT = {
  lines: 64,
  recognised: 72,
  firstAt: 80,
  lastAt: 88,
  anchor: 96,
  anchored: 104,
  years: 112,
  month: 116,
  written: 120,
  previous: 124,
  previousEnd: 128,
  heap: 156,
  minutes: 168,
  firstSource: 172,
  firstMonth: 180,
  names: 192,
  toldAt: 200,
  kinds: 256,
  minuteRecords: 4096,
} as const

/** The rest of a line is put in front of BLOCK, into which bytes are read. */
export const REST = 262_144
export const BLOCK = 524_288
export const BLOCK_SIZE = 1 << 20
/** Where the engine's tables begin; in front of it is what is read and shared. */
export const BEGIN_OF_HEAP: number = 2 << 20
/** An address (up to 1 KB) and a name on their way into the tables. */
export const SCRATCH = 1_600_000
export const SCRATCH_NAME = 1_601_024
/** What an attempt that may be told twice is known by: its pid, address and name. */
export const KEY = 1_900_000

/** The engine's numbers of kinds, in order. */
export const KINDS: readonly LineKind[] = [
  'failed',
  'failed-none',
  'accepted',
  'invalid-user',
  'closed',
  'reset',
  'disconnected',
  'received-disconnect',
  'pam-failure',
  'session-opened',
  'session-closed',
  'other',
  'max-attempts',
  'postponed',
  'kex-identification',
  'banner-exchange',
  'not-allowed',
  'no-identification',
  'connection',
  'disconnecting',
  'pam-error',
]

/** Fields of a source in engine/tables.as. */
export const SOURCE = {
  length: 4,
  failed: 8,
  run: 16,
  failedFirst: 24,
  failedLast: 32,
  tried: 64,
  entered: 68,
  next: 80,
  firstUser: 84,
  bestUser: 88,
  accepted: 96,
  acceptedFirst: 104,
  acceptedLast: 112,
  before: 120,
  firstAt: 128,
  best: 136,
  bestAt: 144,
  paced: 160,
  active: 232,
  visits: 240,
  five: 248,
  /** Three of 24 bytes each, of which the second eight are the highest level. */
  buckets: 256,
  address: 328,
} as const

/** Fields of a name (of which there is one for all sources), and of what stands for it in a source's list. */
export const NAME = { number: 4, length: 8, bytes: 12 } as const
export const LISTED = { name: 0, next: 4 } as const
