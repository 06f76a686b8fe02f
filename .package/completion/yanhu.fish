# fish completion for yanhu: commands, options and script names as the program itself lists them.
set -l commands (yanhu --help | string match -rg '^  yanhu ([a-z]+)')
complete -c yanhu -n "not __fish_seen_subcommand_from $commands" -f -a "$commands"
complete -c yanhu -n '__fish_seen_subcommand_from run help check' -a '(yanhu list | cut -d' ' -f1)'
complete -c yanhu -s f -l format -x -a 'table json ndjson csv tsv markdown html xlsx sqlite dta svg'
for option in (yanhu --help | string match -rg -- '--([a-z-]+)')
    complete -c yanhu -l $option
end
