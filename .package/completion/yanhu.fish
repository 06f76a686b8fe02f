# fish completion for yanhu: commands, options and script names as the program itself lists them.
function __yanhu_command # the command of the line, nothing where it has none yet
    set -l words (commandline -opc)
    test (count $words) -gt 1; and echo $words[2]
end
function __yanhu_commands
    yanhu --help | string match -rg '^  yanhu ([a-z]+\b.*?)  +(.*)' | while read -l usage; read -l help
        printf '%s\t%s\n' (string split -m 1 ' ' $usage)[1] $help
    end
end
function __yanhu_scripts
    yanhu list | string replace -r '^(\S+) +\S+ +(.*)' '$1\t$2'
end
function __yanhu_options
    yanhu (__yanhu_command) --help | string match -rg '^  (?:-.,|   ) (--[a-z-]+).*?  +(.*)' | while read -l option; read -l help
        printf '%s\t%s\n' $option $help
    end
end
complete -c yanhu -n 'test -z (__yanhu_command)' -f -a '(__yanhu_commands)'
# the word behind run, help and check; run takes several with commas
complete -c yanhu -n 'contains -- (__yanhu_command) run help check; and test (count (commandline -opc)) = 2' \
    -a '(__fish_complete_list , __yanhu_scripts)'
complete -c yanhu -n 'string match -q -- "-*" (commandline -ct)' -f -a '(__yanhu_options)'
complete -c yanhu -n 'contains -- (__yanhu_command) run merge' -s f -l format -x -a 'table json ndjson csv tsv markdown html xlsx sqlite dta svg'
