import type { Value } from '../../option.ts'
import type { Verb } from '../../verb.ts'
import { completed, optionsOf, typedName } from './words.ts'

/** The script for bash, 3.2 (as macOS has it) and newer; it needs no other completion to be installed. */
export function bash(verbs: readonly Verb[]): string {
  const named = verbs.map(typedName).filter((name) => name !== '')
  const front = verbs.filter(({ reads }) => reads === 'ssh').flatMap(({ options }) => completed(options))
  const valued = front.filter(({ value }) => value).flatMap(({ spelled }) => spelled)
  return `# sshmedic for bash: source <(sshmedic completion bash)
${HOSTS}
_sshmedic() {
  local line=\${COMP_LINE:0:COMP_POINT} words whole option value head='' verb='' kind='' first=yes i
  IFS=$' \\t' read -r -a words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  local last=$((\${#words[@]} - 1))
  whole=\${words[last]}
  for ((i = 1; i < last; i++)); do
    case \${words[i]} in
      ${valued.join('|')}) ((i++)) ;;
      --?*) ;;
      ${named.join('|')}) verb=\${words[i]}; break ;;
      *) first=''; break ;;
    esac
  done
  option=\${words[last - 1]} value=$whole
  [[ $whole == --*=* ]] && option=\${whole%%=*} value=\${whole#*=} head="$option="
  case "$verb $option" in
${verbs.flatMap(valueCases).join('\n')}
  esac
  if [[ -z $kind && $whole == -* ]]; then
    case $verb in
${verbs.map((verb) => `      '${typedName(verb)}') kind=words:'${spelledOf(verb).join(' ')}' ;;`).join('\n')}
    esac
  elif [[ -z $kind ]]; then
    case $verb in
${verbs.map((verb) => `      '${typedName(verb)}') kind='${kindOf(verb.operands)}' ;;`).join('\n')}
    esac
    [[ -z $verb && -n $first ]] && kind+=' words:${named.join(' ')}'
  fi
  _sshmedic_reply "$kind" "$head" "$value" "$whole"
}

# What fits, without what readline has in front of the word already: it breaks words at =, : and @.
_sshmedic_reply() {
  local kind=$1 head=$2 value=$3 whole=$4 user='' rest=$4 char each found=()
  [[ $kind == *words:* ]] && found+=($(compgen -W "\${kind#*words:}" -- "$value"))
  [[ $value == *@* ]] && user=\${value%@*}@
  [[ $kind == *host* ]] && found+=($(compgen -P "$user" -W "$(_sshmedic_hosts)" -- "\${value#"$user"}"))
  local IFS=$'\\n'
  if [[ $kind == *file* ]]; then
    compopt -o filenames 2> /dev/null
    found+=($(compgen -f -- "$value"))
  elif [[ $kind == *folder* ]]; then
    compopt -o filenames 2> /dev/null
    found+=($(compgen -d -- "$value"))
  fi
  for char in = :; do
    [[ $COMP_WORDBREAKS == *"$char"* ]] && rest=\${rest##*"$char"}
  done
  # An @ breaks a word and stays with what follows it.
  [[ $COMP_WORDBREAKS == *@* && $rest == *@* ]] && rest=@\${rest##*@}
  COMPREPLY=()
  for each in "\${found[@]}"; do
    each=$head$each
    COMPREPLY+=("\${each#"\${whole%"$rest"}"}")
  done
}

complete -F _sshmedic sshmedic
`
}

const HOSTS = `
# Names of hosts in ssh_config and known_hosts; hashed ones tell nothing, and a pattern is not a name.
_sshmedic_hosts() {
  awk 'tolower($1) == "host" { for (i = 2; i <= NF; i++) if ($i !~ /[*?!]/) print $i }' ~/.ssh/config /etc/ssh/ssh_config 2> /dev/null
  awk '$1 !~ /^[|@#]/ { n = split($1, names, ","); for (i = 1; i <= n; i++) { name = names[i]; sub(/^\\[/, "", name); sub(/\\].*/, "", name); if (name !~ /[*?!]/) print name } }' \\
    ~/.ssh/known_hosts /etc/ssh/ssh_known_hosts 2> /dev/null
}
`

const spelledOf = (verb: Verb): string[] => optionsOf(verb).flatMap(({ spelled }) => spelled)

function valueCases(verb: Verb): string[] {
  return optionsOf(verb).flatMap(({ spelled, value }) => {
    if (!value) return []
    const places = spelled.map((each) => `'${typedName(verb)} ${each}'`).join('|')
    return [`    ${places}) kind='${kindOf([value]) || 'nothing'}' ;;`]
  })
}

/** As \`_sshmedic_reply\` reads it; words come last. */
function kindOf(values: readonly Value[]): string {
  const kinds = values.flatMap(({ is }) => is ?? [])
  const words = values.flatMap(({ words = [] }) => words)
  return [...kinds, ...(words.length > 0 ? [`words:${words.join(' ')}`] : [])].join(' ')
}
