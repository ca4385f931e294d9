# Completes verbs, options and file names of chelate for bash.

_chelate() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local verb=play act="" i
    COMPREPLY=()

    # The verb is the first word that is no option; `progress` has commands of its own.
    for ((i = 1; i < COMP_CWORD; ++i)); do
        case ${COMP_WORDS[i]} in
        play | kiosk | validate | replay | questions | new-pack | import | pack | figure | lint | progress | memory)
            verb=${COMP_WORDS[i]}
            [[ $verb != progress ]] || act=${COMP_WORDS[i + 1]}
            break
            ;;
        esac
    done

    case $before in
    --pack)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$current" && compgen -f -X '!*.zip' -- "$current")
        return
        ;;
    --data-dir | --to)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        return
        ;;
    --record | --script | --vectors | --out | --exit-word-file | --way-out-file)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
        ;;
    --answers)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -W "right wrong random" -- "$current" && compgen -f -- "$current")
        return
        ;;
    --from)
        mapfile -t COMPREPLY < <(compgen -W "gift aiken csv" -- "$current")
        return
        ;;
    --round | --seed | --profile | --exit-word | --way-out | --count | --title | --today | --name | --as | --id | --step | --variant | --theme | --size)
        return # a word that only the person knows
        ;;
    esac

    local options words="" files=""
    case $verb in
    play) options="--pack --round --seed --profile --data-dir --language --record --terminal --watch --headless --answers --json" ;;
    kiosk) options="--script --pack --exit-word --exit-word-file --way-out --way-out-file --data-dir --language" ;;
    validate) options="--json --verbose" files=yes ;;
    replay) options="" files=yes ;;
    questions) options="--pack --round --seed --count --json --sheet" ;;
    new-pack) options="--title" files=yes ;;
    import) options="--from --as --source --to --title --verbose --json" files=yes ;;
    pack) options="--to" files=yes ;;
    figure) options="--pack --id --step --variant --theme --size --out" ;;
    lint) options="--today --json" files=yes ;;
    memory) options="--vectors --json" ;;
    progress)
        options="--data-dir"
        case $act in
        check | rebuild | backup) ;;
        restore) words=newest files=yes ;;
        export) options+=" --name" files=yes ;;
        import) options+=" --name --as --same-person" files=yes ;;
        erase) options+=" --name --yes" ;;
        *) options="" words="check rebuild backup restore export import erase" ;;
        esac
        ;;
    esac
    options+=" --help"
    if ((COMP_CWORD == 1)); then
        words="play kiosk validate replay questions new-pack import pack figure lint progress memory"
        options+=" --version --verbose"
    elif [[ $before == --version ]]; then
        options="--verbose"
    fi

    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        if [[ -n $files ]]; then
            compopt -o filenames
            mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
        fi
    fi
} && complete -F _chelate chelate
