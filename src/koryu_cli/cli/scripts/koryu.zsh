#compdef koryu

_koryu() {
    local line value
    local -a candidates
    for line in "${(@f)$(_KORYU_COMPLETE=1 koryu "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        if [[ $line == *$'\t<file>' ]]; then
            compset -P '--*='
            _files
            return
        fi
        value=${${line%%$'\t'*}//\\/\\\\}
        [[ -n $value ]] && candidates+=("${value//:/\\:}:${line#*$'\t'}")
    done
    (( $#candidates )) && _describe -V koryu candidates
}

# In a directory of fpath this file is the body of _koryu itself.
if [[ $funcstack[1] == _koryu ]]; then
    _koryu "$@"
else
    compdef _koryu koryu
fi
