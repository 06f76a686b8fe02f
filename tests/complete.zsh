#!/usr/bin/env zsh
# complete.zsh FOLDER LINE…: what an interactive zsh makes of each line when TAB is pressed behind it, a line each. FOLDER
# holds the completion function _yanhu.
zmodload zsh/zpty
folder=$1
shift
zpty shell zsh -f -i
say() { zpty -w shell "$1"; }
# answer: what stands between the next two marks that the shell prints; nothing after ten seconds
answer() {
  local text= piece end=$((SECONDS + 10))
  while ((SECONDS < end)); do
    if zpty -r -t shell piece; then text+=$piece; else sleep 0.05; fi
    if [[ $text == *$'\x01'*$'\x02'* ]]; then
      text=${text##*$'\x01'}
      print -r -- "${text%%$'\x02'*}"
      return
    fi
  done
  print 'no answer'
}
say "stty -echo; PS1= PS2= RPS1=; unsetopt beep; fpath=($folder \$fpath); autoload -Uz compinit; compinit -u -D"
say 'show() { print -rn -- $'"'\\x01'"'$BUFFER'"$'\\x02'"'; BUFFER=; zle .redisplay }; zle -N show; bindkey "^X" show; bindkey "^I" complete-word'
zpty -w -n shell $'\x18'
answer >/dev/null # it is ready
for line; do
  zpty -w -n shell "$line"$'\t\x18'
  answer
done
zpty -d shell
