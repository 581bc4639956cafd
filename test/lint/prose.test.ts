import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const SRC = resolve(import.meta.dirname, '../../src')

/** Rooms above the probes that judge, plan or examine. What shows words (report, cli) may shorten and wrap them. */
const ROOMS = ['knowledge', 'remedies', 'diagnose', 'medic']

const METHODS = 'startsWith|endsWith|includes|indexOf|match|matchAll|search|split|slice|replace|replaceAll'
/** Fields that hold words for people. */
const PROSE = 'says|say|via|kernelSays'

/** A string method on such a field, or a regular expression held against one. */
const READS = [
  new RegExp(String.raw`\.(?:${PROSE})\b\)?[?!]?\.(?:${METHODS})\(`),
  new RegExp(String.raw`\.(?:test|exec)\([^()]*\.(?:${PROSE})\b`),
  new RegExp(String.raw`\(\{[^}]*\b(?:${PROSE})\b[^}]*\}\) =>[^\n]*\b(?:${PROSE})[?!]?\.(?:${METHODS})\(`),
  new RegExp(String.raw`\(\{[^}]*\b(?:${PROSE})\b[^}]*\}\) =>[^\n]*\.(?:test|exec)\(\s*(?:${PROSE})\b`),
]

/** sshd's own errors, retold with our own full stop. */
const RETOLD = /error\.says\.replace\(\/\\\.\$\//

export const readsProse = (line: string): boolean => READS.some((pattern) => pattern.test(line)) && !RETOLD.test(line)

test('prose is for people: no room above the probes reads a field that holds words', () => {
  const found: string[] = []
  for (const room of ROOMS)
    for (const file of readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue
      for (const [i, line] of readFileSync(join(SRC, room, file), 'utf8')
        .split('\n')
        .entries())
        if (readsProse(line)) found.push(`src/${room}/${file}:${i + 1}: ${line.trim()}`)
    }
  assert.deepEqual(
    found,
    [],
    'do this: put what the room needs to know into the fact as a value of its own (src/core/facts)',
  )
})

test('the check sees what it is for', () => {
  for (const line of [
    "suspects.some(({ says }) => says.includes('may wait'))",
    "refused?.says.startsWith('it belongs to') === true",
    '/booting up/i.test(file.says)',
    'files.every(({ says }) => /booting up/i.test(says))',
    "facts['inside-session']?.via.split('@')",
  ])
    assert.ok(readsProse(line), line)
  for (const line of ['const { says } = fact', 'return sign.says[value]', '`${first.path} ${first.says}`'])
    assert.ok(!readsProse(line), line)
})
