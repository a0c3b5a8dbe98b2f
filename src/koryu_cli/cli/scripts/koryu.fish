function __koryu_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l candidates (_KORYU_COMPLETE=1 koryu $words[2..] 2>/dev/null)
    if string match -q -- '*'\t'<file>' $candidates
        set -l token (commandline -ct)
        set -l option (string match --regex -- '^--[^=]+=' $token)
        for path in (__fish_complete_path (string replace -- "$option" '' $token))
            echo -- "$option$path"
        end
    else
        string join -- \n $candidates
    end
end

complete -c koryu --no-files --keep-order --arguments '(__koryu_complete)'
