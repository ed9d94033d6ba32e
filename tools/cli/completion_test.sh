#!/bin/bash
# usage: completion_test.sh MANUAL
# bash completes the command line of laio from the file that is installed.
set -u
completion=$(pwd)/$1/bash-completion/completions/laio
cd "$TEST_TMPDIR" || exit 1
mkdir -p mails/inner
touch mail.mbox mails/one.mbox 'a patch.diff'

# shellcheck disable=SC1090
. "$completion" || exit 1
function=$(complete -p laio | sed -n 's/.* -F \([^ ]*\) laio$/\1/p')

failed=0
# offers WANTED WORD...: what bash would offer for the last word, in one line.
offers() {
    local wanted=$1
    shift
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    "$function" laio "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    local offered
    offered=$(printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd ' ')
    if [ "$offered" != "$wanted" ]; then
        echo "FAILED: $*: offered '$offered' instead of '$wanted'" >&2
        failed=1
    fi
}

offers style laio sty
offers 'apply bench port review run salvage style' laio ''
offers '--file --fix' laio style --fi
offers '--terse --tree' laio style --t
offers 'always auto never' laio run --color ''
offers 'never' laio run --color = ne
offers 'mail.mbox mails' laio review ma
offers 'mails/inner mails/one.mbox' laio review mails/
offers 'mails' laio review --tree ma
offers 'mails/inner' laio run --tree = mails/
offers '' laio run --seed ''
offers 'a patch.diff' laio style --fix 'a'
offers '' laio unknown ''
exit $failed
