# bash completion for yanhu: commands, options and script names as the program itself lists them.
_yanhu() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  if [ "$COMP_CWORD" = 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "$(yanhu --help | sed -n 's/^  yanhu \([a-z]*\).*/\1/p')" -- "$word")
  elif [[ $before == -f || $before == --format ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'table json ndjson csv tsv markdown html xlsx sqlite dta svg' -- "$word")
  elif [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(yanhu "$command" --help | grep -o -- '--[a-z-]*')" -- "$word")
  elif [[ $COMP_CWORD == 2 && ($command == run || $command == help || $command == check) ]]; then
    local first=
    [[ $command == run && $word == *,* ]] && first=${word%,*},
    mapfile -t COMPREPLY < <(compgen -P "$first" -W "$(yanhu list | cut -d' ' -f1)" -- "${word#"$first"}"; compgen -f -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _yanhu yanhu
