import type { Value } from '../../option.ts'
import type { Verb } from '../../verb.ts'
import type { Completed } from './words.ts'
import { completed, optionsOf, typedName } from './words.ts'

/** The script for fish, 3.1 and newer. */
export function fish(verbs: readonly Verb[]): string {
  const named = verbs.filter(({ reads }) => reads !== 'ssh')
  const front = verbs.filter(({ reads }) => reads === 'ssh').flatMap(({ options }) => completed(options))
  const valued = front.filter(({ value }) => value).flatMap(({ spelled }) => spelled)
  return `# sshmedic for fish: sshmedic completion fish | source

# Whether the verb typed so far is this one: '' while there is none and may be one, '-' once a host or an option of ssh's was typed.
function __sshmedic_at
    set -l words (commandline -opc)
    set -l verb ''
    set -l skip no
    for word in $words[2..-1]
        if test $skip = yes
            set skip no
            continue
        end
        switch $word
            case ${valued.map(quoted).join(' ')}
                set skip yes
            case '--?*'
            case ${named.map(({ name }) => quoted(name)).join(' ')}
                set verb $word
                break
            case '*'
                set verb -
                break
        end
    end
    contains -- "$verb" $argv
end

complete -c sshmedic -f
${named.map(({ name, summary }) => `complete -c sshmedic -n '__sshmedic_at ""' -a ${name} -d ${quoted(summary)}`).join('\n')}
${verbs.flatMap(linesOf).join('\n')}
`
}

function linesOf(verb: Verb): string[] {
  const at = `-n ${quoted(verb.reads === 'ssh' ? `__sshmedic_at '' -` : `__sshmedic_at ${typedName(verb)}`)}`
  const operands = verb.operands.flatMap((operand) => {
    const takes = argumentsOf(operand)
    return takes === '' ? [] : [`complete -c sshmedic ${at} ${takes}`]
  })
  return [...optionsOf(verb).map((option) => `complete -c sshmedic ${at} ${optionOf(option)}`), ...operands]
}

function optionOf({ spelled, value, says }: Completed): string {
  const names = spelled.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
  const takes = value ? ` ${value.is === 'file' ? '-r' : '-x'} ${argumentsOf(value)}`.trimEnd() : ''
  return `${names.join(' ')}${takes} -d ${quoted(says)}`
}

function argumentsOf({ is, words }: Value): string {
  const list = [
    ...(words ?? []),
    ...(is === 'folder' ? ['(__fish_complete_directories)'] : is === 'host' ? ['(__fish_complete_user_at_hosts)'] : []),
  ]
  return [...(is === 'file' ? ['-F'] : []), ...(list.length > 0 ? [`-a ${quoted(list.join(' '))}`] : [])].join(' ')
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
