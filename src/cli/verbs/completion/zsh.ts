import type { Value } from '../../option.ts'
import type { Verb } from '../../verb.ts'
import type { Completed } from './words.ts'
import { completed, optionsOf, typedName } from './words.ts'

/** The script for zsh: it may be sourced behind compinit, or stand as `_sshmedic` in a folder of fpath. */
export function zsh(verbs: readonly Verb[]): string {
  const named = verbs.filter(({ reads }) => reads !== 'ssh')
  const front = verbs.filter(({ reads }) => reads === 'ssh').flatMap(({ options }) => completed(options))
  const valued = front.filter(({ value }) => value).flatMap(({ spelled }) => spelled)
  return `#compdef sshmedic
# sshmedic for zsh: source <(sshmedic completion zsh), behind compinit

_sshmedic_host() {
  compset -P '*@'
  _ssh_hosts
}

_sshmedic_verb() {
  local -a verbs=(${named.map(({ name, summary }) => quoted(`${name}:${escaped(summary)}`)).join(' ')})
  _describe -t verbs verb verbs
}

_sshmedic() {
  local verb='' first=yes i
  for ((i = 2; i < CURRENT; i++)); do
    case $words[i] in
      (${valued.join('|')}) ((i++)) ;;
      (--?*) ;;
      (${named.map(({ name }) => name).join('|')}) verb=$words[i]; break ;;
      (*) first=''; break ;;
    esac
  done
  # Behind a verb its words are all there is.
  if [[ -n $verb ]]; then
    words=("$verb" "\${(@)words[i + 1, -1]}")
    ((CURRENT -= i - 1))
  fi
  case $verb in
${verbs.map(branch).join('\n')}
  esac
}

# zsh has loaded ssh's own completion only once it was used.
autoload -Uz _ssh_hosts
if [[ $funcstack[1] == _sshmedic ]]; then
  _sshmedic "$@"
else
  compdef _sshmedic sshmedic
fi
`
}

function branch(verb: Verb): string {
  const operands =
    verb.reads === 'ssh'
      ? [quoted('1: :{ [[ -n $first ]] && _sshmedic_verb; _sshmedic_host }'), quoted('*: :')]
      : [quoted(`*:${verb.operands.map(({ name }) => name).join(' or ')}:${actionOf(verb.operands)}`)]
  const specs = [...optionsOf(verb).flatMap(specsOf), ...operands]
  return `    ('${typedName(verb)}') _arguments -s -S \\\n      ${specs.join(' \\\n      ')} ;;`
}

/** One word for `_arguments` for each spelling. */
function specsOf({ spelled, value, multiple, says }: Completed): string[] {
  const others = spelled.length > 1 && !multiple ? `(${spelled.join(' ')})` : ''
  return spelled.map((name) => {
    const takes = !value ? '' : name.startsWith('--') ? '=' : '+'
    const action = value ? `:${escaped(value.name)}:${actionOf([value])}` : ''
    return quoted(`${multiple ? '*' : others}${name}${takes}[${says.replaceAll(/[[\]]/g, String.raw`\$&`)}]${action}`)
  })
}

function actionOf(values: readonly Value[]): string {
  const actions = values.flatMap(({ is, words }) => [
    ...(is === 'file' ? ['_files'] : is === 'folder' ? ['_files -/'] : is === 'host' ? ['_sshmedic_host'] : []),
    ...(words ? [`(${words.map(escaped).join(' ')})`] : []),
  ])
  if (actions.length <= 1) return actions[0] ?? ' '
  return `{ ${actions.join('; ')} }`
}

const escaped = (text: string): string => text.replaceAll(':', String.raw`\:`)

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
