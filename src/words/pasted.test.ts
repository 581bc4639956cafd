import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pastedLines } from './pasted.ts'

const REFUSED = 'ssh: connect to host 192.0.2.1 port 22: Connection refused'
const known = (line: string): boolean => line === REFUSED

const texts = (paste: string): string[] => pastedLines(paste).map(({ text }) => text)

test('a message is read through whatever was put around it', () => {
  for (const paste of [
    REFUSED,
    REFUSED + '\r\n',
    `\x1b[31m${REFUSED}\x1b[0m`,
    `\x1b]0;alice@web\x07${REFUSED}`,
    `^[[1;31m${REFUSED}^[[0m`,
    `[31;1m${REFUSED}[0m`,
    `> ${REFUSED}`,
    `> > ${REFUSED}`,
    `>>> ${REFUSED}`,
    `&gt; ${REFUSED}`,
    `    ${REFUSED}`,
    `\t${REFUSED}`,
    '`' + REFUSED + '`',
    `| ${REFUSED} |`,
    `alice@web:~$ ${REFUSED}`,
    `[root@web ~]# ${REFUSED}`,
    `PS C:\\Users\\alice> ${REFUSED}`,
    `{"level":"error","detail":"${REFUSED}\\n"}`,
    `"output": "${REFUSED}\\r\\n",`,
    `\ufeff${REFUSED}`,
    `${REFUSED}\ufffd`,
    `${REFUSED}\ud83d`,
    '\ufffd\ufffd' + [...REFUSED].map((letter) => letter + '\0').join(''),
    `ssh: connect to hosx\bt 192.0.2.1 port 22: Connection refused`,
  ])
    assert.deepEqual(
      texts(paste).filter((text) => text !== ''),
      [REFUSED],
      JSON.stringify(paste),
    )
})

test('fences, tables, numbers and quotes of whole blocks', () => {
  assert.deepEqual(texts('```console\nfoo\n```'), ['', 'foo', ''])
  assert.deepEqual(texts('| time | message |\n| 10:00 | down |'), ['time message', '10:00 down'])
  assert.deepEqual(texts('  1  foo bar\n  2  baz qux\n  3  end'), ['foo bar', 'baz qux', 'end'])
  assert.deepEqual(texts('12:foo\n17:bar\n40:baz'), ['foo', 'bar', 'baz'])
  assert.deepEqual(texts('1 | foo\n2 | bar'), ['foo', 'bar'])
  assert.deepEqual(texts('He wrote:\n\n    foo\n      bar\n\nthe end'), [
    'He wrote:',
    '',
    'foo',
    '  bar',
    '',
    'the end',
  ])
})

test('what only looks like decoration stays', () => {
  for (const line of [
    'Nov 20 10:11:12 web sshd[123]: Connection closed by 192.0.2.7 port 4711',
    '2026-11-20T13:00:08.070980+00:00 vm sshd[30343]: Server listening on :: port 22.',
    '|    .o+*B=oE     |',
    '@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @',
    '[14:29:28.123] > foo',
    '{"MESSAGE":"Connection closed by 192.0.2.7 port 4711","_PID":"123","__CURSOR":"s=1"}',
    "alice@h's password: ",
    'git@github.com: Permission denied (publickey).',
    'C:\\Users\\nina/.ssh/config line 3: Unsupported option "gssapiauthentication"',
    '# a comment of a configuration',
    '10:11:12 foo',
  ])
    assert.deepEqual(texts(line), [line.trimEnd()], line)
  // Times are no line numbers, nor are numbers that do not grow.
  assert.deepEqual(texts('10:11:12 foo\n11:12:13 bar'), ['10:11:12 foo', '11:12:13 bar'])
  assert.deepEqual(texts('22 port\n22 port'), ['22 port', '22 port'])
})

test('every line has its number', () => {
  assert.deepEqual(
    pastedLines('a\r\n\r\n```\nb\n```\n$ ssh web\nc').map(({ line, text }) => [line, text]),
    [
      [1, 'a'],
      [2, ''],
      [3, ''],
      [4, 'b'],
      [5, ''],
      [6, 'ssh web'],
      [7, 'c'],
    ],
  )
  assert.deepEqual(
    pastedLines('a\n{"msg": "b c\\nd e"}\nf').map(({ line, text }) => [line, text]),
    [
      [1, 'a'],
      [2, 'b c'],
      [2, 'd e'],
      [3, 'f'],
    ],
  )
  assert.deepEqual(
    pastedLines('a\nb\nc\nd\ne', { head: 1, tail: 2 }).map(({ line, text }) => [line, text]),
    [
      [1, 'a'],
      [4, 'd'],
      [5, 'e'],
    ],
  )
})

test('prompts are told from what stands behind them', () => {
  for (const [line, behind] of [
    ['$ ssh -v web', 'ssh -v web'],
    ['# systemctl status ssh', 'systemctl status ssh'],
    ['alice@web:~$ ssh db', 'ssh db'],
    ['(venv) alice@web % ssh db', 'ssh db'],
    ['[root@web ssh]# tail auth.log', 'tail auth.log'],
    ['PS C:\\> ssh db', 'ssh db'],
    ['C:\\Users\\nina>ssh db', 'ssh db'],
    ['alice@web:~$', ''],
  ] as const)
    assert.deepEqual(pastedLines(line), [{ line: 1, text: behind, prompt: true }], line)
})

test('a line that a screenshot broke is put together, where that makes a message', () => {
  const parts = (...pieces: string[]) =>
    pastedLines(pieces.join('\n'), { known }).map(({ line, through, text }) => [line, through, text])
  assert.deepEqual(parts('ssh: connect to host 192.0.2.1 port 22: Connec', 'tion refused'), [[1, 2, REFUSED]])
  assert.deepEqual(parts('ssh: connect to host 192.0.2.1', 'port 22: Connection refused'), [[1, 2, REFUSED]])
  assert.deepEqual(parts('ssh: connect to host', '192.0.2.1 port 22: Conne', 'ction refused'), [[1, 3, REFUSED]])
  // What only stood in front of the pieces is none of them.
  const loosely = (line: string) => line.endsWith(REFUSED)
  assert.deepEqual(
    pastedLines('web1.example.net\nssh: connect to host 192.0.2.1 po\nrt 22: Connection refused', {
      known: loosely,
    }).map(({ text }) => text),
    ['web1.example.net', REFUSED],
  )
  assert.deepEqual(parts('foo', REFUSED, 'bar'), [
    [1, undefined, 'foo'],
    [2, undefined, REFUSED],
    [3, undefined, 'bar'],
  ])
  assert.deepEqual(parts('two lines that', 'nobody knows'), [
    [1, undefined, 'two lines that'],
    [2, undefined, 'nobody knows'],
  ])
})

const FRAGMENTS = [
  REFUSED,
  '> ',
  '```',
  '\n',
  '\r',
  '\r\n',
  '| ',
  ' |',
  '{"a":"',
  '\\n',
  '"}',
  '\x1b[',
  '31m',
  '\x1b]0;',
  '\0',
  '\b',
  '&gt;',
  '&#',
  '$ ',
  'a@b',
  '1:',
  '2 ',
  '\ud83d',
  '\ufffd',
  '    ',
  'PS C:\\',
  '>',
]

test('any text: never throws, numbers grow, nothing but its lines', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 80 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (some) => {
      const lines = pastedLines(some, { known })
      assert.ok(lines.every(({ line, through }, i) => (through ?? line) >= line && line >= (lines[i - 1]?.line ?? 1)))
      assert.ok(lines.reduce((sum, { text }) => sum + text.length, 0) <= some.length + lines.length)
      assert.ok((lines.at(-1)?.line ?? 0) <= some.split(/\n|\r/).length)
      assert.ok(lines.every(({ text }) => !/[\n\r]/.test(text)))
    }),
  )
})

test('linear: a megabyte of anything within two seconds', () => {
  for (const fragment of [
    ...FRAGMENTS,
    'x',
    ' ',
    '[0m',
    '[1;',
    '\x1b[1;',
    '"a":"',
    '| a',
    '12 a\n',
    'a\n',
    'a@b:',
    '&#1',
  ])
    for (const text of [
      fragment.repeat(1_000_000 / fragment.length),
      (fragment.repeat(40) + '\n').repeat(25_000 / fragment.length),
    ]) {
      const before = process.cpuUsage()
      pastedLines(text, { known })
      const { user, system } = process.cpuUsage(before)
      assert.ok(user + system < 2_000_000, `${JSON.stringify(fragment)} ${(user + system) / 1000} ms`)
    }
})
