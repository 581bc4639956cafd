import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseWhen } from './when.ts'

const now = Date.parse('2025-11-08T17:30:00Z')
const utc = (text: string) => {
  const at = parseWhen(text, { now, zone: 'UTC' })
  return at === undefined ? undefined : new Date(at).toISOString()
}

test('what people type', () => {
  const says: Record<string, string | undefined> = {
    '2025-11-08': '2025-11-08T00:00:00.000Z',
    '2025-11-08 17:00': '2025-11-08T17:00:00.000Z',
    '2025-11-08T17:00:05.25Z': '2025-11-08T17:00:05.250Z',
    '2025-11-08T17:00:00+02:00': '2025-11-08T15:00:00.000Z',
    '2025-11-08T17:00:00-0530': '2025-11-08T22:30:00.000Z',
    yesterday: '2025-11-07T00:00:00.000Z',
    today: '2025-11-08T00:00:00.000Z',
    now: '2025-11-08T17:30:00.000Z',
    '-2h': '2025-11-08T15:30:00.000Z',
    '2h ago': '2025-11-08T15:30:00.000Z',
    '2 hours ago': '2025-11-08T15:30:00.000Z',
    '-1h30m': '2025-11-08T16:00:00.000Z',
    '3 days ago': '2025-11-05T17:30:00.000Z',
    '16:15': '2025-11-08T16:15:00.000Z',
    '@1762621200': '2025-11-08T17:00:00.000Z',
    '2025-02-30': undefined,
    '2025-11-08 25:00': undefined,
    '25:00': undefined,
    '2h': undefined,
    '2 fortnights ago': undefined,
    soon: undefined,
    '': undefined,
  }
  for (const [text, iso] of Object.entries(says)) assert.equal(utc(text), iso, text)
})

test('a zone moves what names none, and nothing else', () => {
  const berlin = (text: string) => parseWhen(text, { now, zone: 'Europe/Berlin' })
  assert.equal(berlin('2025-11-08 17:00'), Date.parse('2025-11-08T16:00:00Z'))
  assert.equal(berlin('2025-07-08 17:00'), Date.parse('2025-07-08T15:00:00Z'))
  assert.equal(berlin('2025-11-08T17:00Z'), Date.parse('2025-11-08T17:00:00Z'))
  assert.equal(berlin('yesterday'), Date.parse('2025-11-06T23:00:00Z'))
})

test('any time as ISO 8601 is that time, and no text makes it throw', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      assert.equal(parseWhen(date.toISOString(), { now, zone: 'Asia/Tokyo' }), date.getTime())
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => void parseWhen(text, { now, zone: 'UTC' })))
})
