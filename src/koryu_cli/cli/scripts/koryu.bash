# shellcheck shell=bash
_koryu() {
    local word=${COMP_WORDS[COMP_CWORD]} line value meaning
    COMPREPLY=()
    while IFS= read -r line; do
        value=${line%%$'\t'*} meaning=${line#*$'\t'} # either may be empty
        if [[ $meaning == '<file>' ]]; then
            compopt -o default
            return
        elif [[ ${COMP_TYPE-} == 63 ]]; then # a list to look at: nothing of it is inserted
            value+=${meaning:+"  ($meaning)"}
        elif [[ $word != [\"\']* ]]; then
            printf -v value %q "$value"
            value=${value//\\,/,} # a list with commas needs no quoting
        elif [[ $value == *[\"\'\`\$\\!]* ]]; then # the open quotes would not hold it
            continue
        fi
        COMPREPLY+=("$value")
    done < <(_KORYU_COMPLETE=1 koryu "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}

complete -o nosort -F _koryu koryu 2>/dev/null || complete -F _koryu koryu
