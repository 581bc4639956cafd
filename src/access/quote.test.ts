import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import { forAnyShell, isPosixShell, posixCommand } from './quote.ts'

/** What some shell or other gives a meaning to. */
const HOSTILE = [
  ...['', ' ', 'a b', "it's", "'", "''", '"', '`id`', '$(id)', '${HOME}', '$x', '!', '!!', '!-1', '^a^b', '\\', '\\n'],
  ...['\\0101', '%b', '%s%n', '*', '?', '[!a]', '{a,b}', '~', '~root', '#', '|', '&', '&&', ';', '<', '>', '(', ')'],
  ...[
    '-n',
    '--',
    '-',
    '=ls',
    'a=b',
    '\n',
    'a\n',
    '\n\n',
    '\t',
    '\r',
    '\x01',
    '\x1b[31m',
    '\x7f',
    'é',
    '💥',
    '\u{2028}',
  ],
]

const word = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('\0')),
)
const words = fc.array(word, { maxLength: 12 })

/** The shells of this machine, each a stranger's login shell; fish and csh where they are there. */
const SHELLS = ['sh', 'dash', 'bash', 'zsh', 'ksh', 'mksh', 'fish', 'csh', 'tcsh'].filter(
  (shell) => spawnSync(shell, ['-c', 'exit 0']).status === 0,
)
const BUSYBOX = spawnSync('busybox', ['sh', '-c', 'exit 0']).status === 0 ? [['busybox', 'sh']] : []
const ALL = [...SHELLS.map((shell) => [shell]), ...BUSYBOX]

/** What a program started by such a command line is given. */
function given([program, ...args]: readonly string[], line: string): string[] {
  return execFileSync(program!, [...args, '-c', line], { encoding: 'utf8', maxBuffer: 2 ** 24 })
    .split('\0')
    .slice(0, -1)
}

const PRINT = ['printf', String.raw`%s\0`, 'first']

for (const shell of ALL) {
  test(`every word reaches the program as it was, through ${shell.join(' ')}`, () => {
    // A shell is started once for many lines: starting it is what takes the time.
    const check = (lines: readonly (readonly string[])[]) => {
      const commands = lines.map((args) => posixCommand([...PRINT, ...args]))
      const expected = lines.flatMap((args) => ['first', ...args])
      assert.deepEqual(given(shell, forAnyShell(commands.map((one) => `set -- ${one}\n"$@"`).join('\n'))), expected)
      if (isPosixShell(shell[0]!)) assert.deepEqual(given(shell, commands.join('\n')), expected)
    }
    check([HOSTILE])
    fc.assert(fc.property(fc.array(words, { minLength: 8, maxLength: 8 }), check), { numRuns: 8 })
  })
}

test('a long script is one as well', () => {
  const long = 'x y$'.repeat(7000)
  for (const shell of ALL) {
    const line = forAnyShell(`set -- ${posixCommand([...PRINT, long])}\nexec "$@"`)
    assert.deepEqual(given(shell, line), ['first', long], shell.join(' '))
  }
})

test('nothing but letters and what no shell reads stands between the quotes', () => {
  fc.assert(
    fc.property(words, (args) => {
      const line = forAnyShell(`set -- ${args.length > 0 ? posixCommand(args) : ''}`)
      const [, body = ''] = /^exec \/bin\/sh -c 'eval "\$\(printf %b "\$@"\)"' sh (.*)$/s.exec(line) ?? []
      assert.match(body, /^'[\w ./:,@+=\\-]*'(?: '[\w ./:,@+=\\-]*')*$/)
      assert.doesNotMatch(body, /\\\\|\\'/, 'fish reads these')
    }),
  )
})

test('a NUL is nobody’s argument', () => assert.throws(() => posixCommand(['a\0b']), TypeError))
