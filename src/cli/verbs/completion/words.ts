import { LETTERS } from '../../../openssh/ssh-options.ts'
import type { Option, OptionTable, Value } from '../../option.ts'
import type { Verb } from '../../verb.ts'

/** What a shell has to know of an option: how it is spelled, whether it takes a value, and what may stand there. */
export interface Completed {
  /** With its dashes, the long one first. */
  spelled: string[]
  value?: Value
  multiple: boolean
  says: string
}

export function completed(options: OptionTable): Completed[] {
  return Object.entries<Option>(options)
    .filter(([, { hidden }]) => !hidden)
    .map(([name, { short, value, multiple, says }]) => ({
      spelled: [`--${name}`, ...(short === undefined ? [] : [`-${short}`])],
      ...(value && { value }),
      multiple: multiple === true,
      says,
    }))
}

/** Letters of ssh whose value is a file, or a host; the values of the others nobody here can guess. */
const FILES = 'EFIiS'
const HOSTS = 'JW'

/** ssh's own letters, for what is typed without a verb. */
export function ofSsh(): Completed[] {
  const says = 'as for ssh'
  const valued = [...LETTERS.withValue].map((letter): Completed => {
    const is = FILES.includes(letter) ? ('file' as const) : HOSTS.includes(letter) ? ('host' as const) : undefined
    return { spelled: [`-${letter}`], value: { name: 'VALUE', ...(is && { is }) }, multiple: true, says }
  })
  return [...[...LETTERS.flags].map((letter) => ({ spelled: [`-${letter}`], multiple: true, says })), ...valued]
}

/** All options that may stand behind a verb. */
export const optionsOf = ({ reads, options }: Verb): Completed[] => [
  ...completed(options),
  ...(reads === 'ssh' ? ofSsh() : []),
]

/** The word that is typed for a verb; '' for what happens without one. */
export const typedName = ({ reads, name }: Verb): string => (reads === 'ssh' ? '' : name)
