# What zsh offers for a line: zsh -f ask-zsh.zsh SCRIPT LINE OUT. It completes at a terminal only, so it is given one, where it sources this file
# once more; compadd is hooked and writes every match to OUT, one a line, as the whole word.
if [[ $1 == inner ]]; then
  PROMPT=
  OUT=$3
  autoload -Uz compinit
  compinit -u -D
  source $2
  bindkey '^I' complete-word
  zstyle ':completion:*' insert-tab false
  compadd() {
    if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
      builtin compadd "$@"
      return $?
    fi
    local -a hits
    builtin compadd -A hits "$@"
    (($#hits)) && print -rl -- $IPREFIX${^hits} >> $OUT
    builtin compadd "$@"
  }
  comppostfuncs=(exit)
  print ready
  return
fi
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "source ${(q)0:A} inner ${(q)1} ${(q)3}"
while zpty -r shell line; do [[ $line == ready* ]] && break; done
zpty -w -n shell "$2"$'\t'
while zpty -r shell line; do :; done
