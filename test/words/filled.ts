import { CONVERSION } from '../../src/words/openssh/format.ts'

const LEVELS: Readonly<Record<string, string>> = {
  FATAL: 'fatal: ',
  ERROR: 'error: ',
  DEBUG1: 'debug1: ',
  DEBUG2: 'debug2: ',
  DEBUG3: 'debug3: ',
}

/** What printf makes of a format: `words` holds what a `%s` may, in turn. */
export function filled(format: string, words: readonly string[]): string {
  let n = 0
  const held: Readonly<Record<string, () => string>> = {
    '%': () => '%',
    s: () => words[n++ % words.length]!,
    m: () => 'No such file or directory',
    f: () => '1.500',
    c: () => 'x',
    p: () => '0x55d0c0ffee00',
    x: () => '2a',
    o: () => '644',
  }
  return format.replaceAll(CONVERSION, (_all, c?: string) =>
    c === undefined ? 'invalid format' : (held[c]?.() ?? '22'),
  )
}

export interface Message {
  levels: string[]
  sides: string[]
  format: string
}

/** A table of messages as lab/lexicon.ts reads it. */
export const readMessages = (tsv: string): Message[] =>
  tsv
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [levels, sides, , , , format] = line.split('\t') as [string, string, string, string, string, string]
      return { levels: levels.split(','), sides: sides.split('+'), format }
    })

/** What stands in front of a message of this level in a log. */
export const levelInFront = (level: string): string => LEVELS[level] ?? ''

export const isUpper = ({ levels }: Message): boolean => levels.some((level) => !level.startsWith('DEBUG'))
export const saidBySshd = ({ sides }: Message): boolean => sides.some((side) => side !== 'ssh')
export const saidBySsh = ({ sides }: Message): boolean => sides.some((side) => side !== 'sshd')
