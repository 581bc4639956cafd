import { grouped } from '../../core/grouped.ts'
import type { Trouble } from './types.ts'

/** Nothing is left that somebody might have to do something about. */
export const understood = (troubles: readonly Trouble[]): boolean => troubles.length === 0

/** What failed, in a sentence or two; '' where nothing did. */
export function troubleText(troubles: readonly Trouble[]): string {
  const failing = troubles.filter(({ weight }) => weight === 'server' || weight === 'login')
  const [first, ...others] = failing
  if (first !== undefined) {
    const more =
      others.length === 0
        ? ''
        : ` ${others.length === 1 ? 'One more thing' : `${grouped(others.length)} more things`} failed.`
    return first.weight === 'server'
      ? `sshd itself fails${oftenText(first)}: ${closed(first.text)}${more}`
      : `sshd does not let in ${whoText(first)}${oftenText(first)}: ${first.says ?? closed(first.text)}${more}`
  }
  const count = (...weights: Trouble['weight'][]) =>
    troubles.filter(({ weight }) => weights.includes(weight)).reduce((sum, { count }) => sum + count, 0)
  const lines = (n: number) => (n === 1 ? '1 line' : `${grouped(n)} lines`)
  const [unlike, late, refused] = [count('negotiation'), count('grace'), count('rule')]
  const [errors, unknown] = [count('other'), count('unknown')]
  return [
    unlike > 0 ? `${connections(unlike)} shared no algorithm with this server.` : '',
    late > 0 ? `${connections(late)} did not log in within LoginGraceTime.` : '',
    refused > 0 ? `${connections(refused)} ${refused === 1 ? 'was' : 'were'} refused by a rule for the address.` : '',
    errors > 0 ? `${lines(errors)} at error or above ${errors === 1 ? 'tells' : 'tell'} of a failure inside.` : '',
    unknown > 0 ? `${lines(unknown)} at error or above ${unknown === 1 ? 'is' : 'are'} not understood here.` : '',
  ]
    .filter((each) => each !== '')
    .join(' ')
}

const connections = (n: number) => (n === 1 ? '1 connection' : `${grouped(n)} connections`)

function whoText({ users: [first = '', ...others] }: Trouble): string {
  if (first === '') return 'somebody it knows'
  return others.length === 0 ? first : `${first} and ${grouped(others.length)} more`
}

function oftenText({ count, first, last }: Trouble): string {
  const since = first === null ? '' : ` since ${shortTime(first)}`
  return count === 1 ? (last === null ? '' : ` (${shortTime(last)})`) : ` (${grouped(count)} times${since})`
}

const shortTime = (iso: string): string => iso.slice(0, 16).replace('T', ' ')

/** sshd's words as the end of a sentence. */
const closed = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
