import type { StageLine } from '../../core/types.ts'
import type { Tone } from '../blocks.ts'

/** A mark for the eye and a word for everybody else. */
export const STATES: Readonly<Record<StageLine['state'], { mark: string; word: string; tone: Tone }>> = {
  ok: { mark: '✓', word: 'ok', tone: 'good' },
  fail: { mark: '✗', word: 'FAIL', tone: 'bad' },
  warn: { mark: '!', word: 'warn', tone: 'warn' },
  'not-reached': { mark: '·', word: 'not reached', tone: 'quiet' },
  'not-asked': { mark: '·', word: 'not asked', tone: 'quiet' },
}
