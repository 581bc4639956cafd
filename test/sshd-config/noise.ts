import { dice } from './generate.ts'
import type { JudgedCase } from './judge.ts'
import { GOOD } from './values.ts'

/** Lines nobody means: a keyword, and letters that quote, escape, split and end. The same for the same seed. */
export function noiseCase(seed: number): JudgedCase {
  const next = dice(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const lines: string[] = []
  const keyword = pick([
    ...Object.keys(GOOD),
    'Match',
    'Match user',
    'Match address',
    'Include',
    'AuthorizedKeysCommand',
  ])
  if (next() < 0.15) lines.push('Match user alice')
  const known = Object.hasOwn(GOOD, keyword) && next() < 0.5 ? pick(GOOD[keyword]!.values) : ''
  let noise = ''
  for (let i = Math.floor(next() * 8); i > 0; i--) noise += pick(LETTERS)
  const at = Math.floor(next() * (known.length + 1))
  lines.push(
    `${keyword}${pick([' ', ' ', '=', '\t', '', '"'])}${known.slice(0, at)}${noise}${known.slice(at)}`,
    'MaxSessions 7',
  )
  return {
    files: { sshd_config: lines.join('\n') + '\n' },
    connection: {
      user: 'alice',
      groups: ['alice'],
      host: 'h',
      address: '10.0.0.1',
      localAddress: '10.0.0.2',
      localPort: 22,
      rdomain: '',
    },
  }
}

const LETTERS = [
  ...`aB"'\\ #=,!*?:@/-+^%.01259~[]()\t\r\f\v\u0001é`,
  '  ',
  'yes',
  'none',
  'any',
  '::',
  '10.0.0.0/8',
  'K',
  'm',
]
