#!/bin/sh
# usage: manual_test.sh MANUAL LAIO
# What `laio COMMAND --help` lists is in the manual page of the command.
set -eu
pages=$1/man/man1
laio=$2
failed=0

# The words of a page without the marks of roff.
plain() {
    sed 's/\\f[BIR]//g; s/\\-/-/g' "$1"
}

# Releases of CLI11 differ in capitals and blanks.
commands=$("$laio" --help |
    sed -n '/^subcommands:/I,$s/^  \([a-z]*\) .*/\1/p')
[ "$(echo "$commands" | wc -l)" -ge 7 ] || {
    echo "FAILED: laio --help lists too few commands: $commands" >&2
    exit 1
}
for command in $commands; do
    page=$pages/laio-$command.1
    grep -q "laio.-$command" "$pages/laio.1" || {
        echo "FAILED: laio.1 does not name $command" >&2
        failed=1
    }
    # `  -o,--output FILE  What it is`
    options=$("$laio" "$command" --help |
        sed -nE 's/^ +(-[a-zA-Z0-9-]+)((, *-[a-zA-Z0-9-]+)?).*/\1\2/p' | tr , ' ')
    for option in $options; do
        plain "$page" | grep -qE -- "(^|, )$option(,| |\$)" || {
            echo "FAILED: $page has no $option" >&2
            failed=1
        }
    done
    for section in NAME SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS' EXAMPLES; do
        grep -q "^\.SH $section\$" "$page" || {
            echo "FAILED: $page has no $section" >&2
            failed=1
        }
    done
done
exit $failed
