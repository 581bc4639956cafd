import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { readLine } from '../../src/words/line.ts'
import { fill, partsOf } from '../../src/words/openssh/format.ts'
import { ROWS, rowOf } from '../../src/words/openssh/rows.ts'
import { corpusPath } from './corpus.ts'
import { INVENTED } from './invented.ts'

/** Made on real machines of five releases. */
const LINES = corpusPath('openssh/lines.txt') ?? join(import.meta.dirname, 'messages-lines.txt')

/** `[10.5] srv <38> …`, or `[10.5] cli (what was tried) …`, whose brackets may stand in brackets. */
function told(line: string): string {
  const server = /^\[[^\]]+\] srv <\d+> (.*)$/.exec(line)
  if (server) return server[1]!
  let at = line.indexOf(' cli (') + 5
  for (let depth = 0; at < line.length; at++) {
    if (line[at] === '(') depth++
    if (line[at] === ')' && --depth === 0) break
  }
  return line.slice(at + 2)
}

test('each real line of sshd, of what stands beside it and of ssh is known', () => {
  const all = readFileSync(LINES, 'utf8').split('\n')
  const real = all.filter((line) => line !== '' && !line.startsWith('#'))
  assert.ok(real.length >= 80)
  for (const line of real) assert.ok(readLine(told(line)).known, line)
})

test('lines that sshd never prints are not known', () => {
  assert.ok(INVENTED.length >= 60)
  for (const invented of INVENTED)
    for (const level of invented.startsWith('debug') ? [''] : ['', 'error: '])
      assert.equal(readLine(`Nov 28 11:00:00 host sshd[812]: ${level}${invented}`).known, false, `${level}${invented}`)
})

const FORMATS = ROWS.map((row) => rowOf(row).format)
const held = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    '',
    'root',
    '10.0.0.1',
    'x from 8.8.8.8 port 22',
    '/etc/ssh/sshd_config',
    'SSH-2.0-Go',
    ': ',
    'port 22: ',
  ),
)

suite('a format and a text', () => {
  const cases = fc
    .tuple(fc.constantFrom(...FORMATS), fc.array(held, { minLength: 12, maxLength: 12 }), fc.integer({ min: 0 }))
    .map(([format, words, number]) => {
      const parts = partsOf(format)
      let n = 0
      const numbers = {
        int: String(number),
        hex: number.toString(16),
        float: '1.5',
        char: 'x',
        pointer: '0x55d0',
        any: '',
      }
      const holes = parts.flatMap((part) =>
        typeof part === 'string' ? [] : [part.kind === 'any' ? words[n++ % words.length]! : numbers[part.kind]],
      )
      let hole = 0
      const text = parts.map((part) => (typeof part === 'string' ? part : holes[hole++])).join('')
      return { format, parts, text }
    })

  test('whatever fills its holes, it fits', () => {
    fc.assert(
      fc.property(cases, ({ parts, text }) => {
        const right = fill(parts, text)
        const left = fill(parts, text, 'left')
        assert.ok(right && left)
        for (const holes of [right, left]) {
          let hole = 0
          assert.equal(parts.map((part) => (typeof part === 'string' ? part : holes[hole++])).join(''), text)
        }
      }),
    )
  })

  test('with words in front or behind that are not its own it does not, where it has words there', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('Ω', 'Ω: '), ({ parts, text }, strange) => {
        if (typeof parts[0] === 'string') assert.equal(fill(parts, strange + text), undefined)
        if (typeof parts.at(-1) === 'string') assert.equal(fill(parts, text + strange), undefined)
      }),
    )
  })

  test('with one of its own words altered it does not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMATS), fc.nat(), (format, at) => {
        const parts = partsOf(format)
        const words = parts.filter((part) => typeof part === 'string' && /[a-zA-Z]{4}/.test(part))
        if (words.length === 0) return
        const word = words[at % words.length] as string
        const altered = parts.map((part) => (part === word ? word.replace(/[a-zA-Z]{4}/, 'ΩΩΩΩ') : part))
        const text = altered.map((part) => (typeof part === 'string' ? part : '7')).join('')
        assert.equal(fill(parts, text), undefined)
      }),
    )
  })
})

suite('any text is read', () => {
  const pieces = fc.constantFrom(
    'Nov 28 11:00:00 host ',
    'sshd[1]: ',
    'debug1: ',
    'error: ',
    '<38>',
    '[ 12.345678] ',
    '{"MESSAGE":',
    '"',
    '\u001B[31m',
    '> ',
    ' | ',
    '2026-11-20T13:00:08Z ',
    'Connection closed by ',
    ' port 22',
    '\0',
    '\r',
    '\n',
    '*',
    '(',
    'kernel: ',
    '1234 2026-11-20 13:00:08.123 ',
  )
  test('without ever failing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 20 })), { maxLength: 12 }), (parts) => {
        const { known, says } = readLine(parts.join(''))
        assert.equal(known, says !== undefined)
      }),
    )
  })

  test('however long it is, at once', () => {
    for (const piece of ['Connection from x port 1 ', 'a: ', '[', '%s', 'User x not allowed because ', '> ', '1 '])
      readLine(`sshd[1]: ${piece.repeat(100_000)}`)
  })
})

test("a name that reads like another message is the name's own", () => {
  const { ids, fields } = readLine(
    'Nov 28 11:00:00 h sshd[1]: Invalid user root from 8.8.8.8 port 22 from 203.0.113.9 port 40000',
  )
  assert.equal(ids[0], 'invalid-user-from-port')
  assert.deepEqual(fields, { user: 'root from 8.8.8.8 port 22', address: '203.0.113.9', port: '40000' })
})

test("a reason at the end may hold what looks like the line's own words", () => {
  const { fields } = readLine('Received disconnect from 203.0.113.9 port 22:11: x from 8.8.8.8 port 1:2: y')
  assert.equal(fields.address, '203.0.113.9')
})

test('a log of many lines is read at once', () => {
  const line = (i: number): string =>
    [
      `Failed password for invalid user admin${i} from 10.0.${i % 250}.1 port ${i} ssh2`,
      `Connection closed by authenticating user root 10.0.0.${i % 250} port 3${i % 1000} [preauth]`,
      `pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.1  user=root`,
      `something that no sshd ever said, ${i} times`,
    ][i % 4]!
  readLine('sshd[1]: the tables are made')
  const before = process.cpuUsage()
  for (let i = 0; i < 4000; i++) readLine(`Nov 28 11:00:00 host sshd[${i}]: ${line(i)}`)
  const { user } = process.cpuUsage(before)
  // 20,000 in 2 s, in computing time; a busy machine takes longer for the same.
  assert.ok(user < 1_600_000, `${user / 1000} ms for 4,000 lines`)
})
