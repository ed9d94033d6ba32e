#!/bin/sh
# usage: man_lint_test.sh MANUAL
# Neither mandoc nor groff has anything to say about the pages.
set -eu
failed=0
for page in "$1"/man/man1/*.1; do
    mandoc -T lint -W warning "$page" || failed=1
    warnings=$(groff -man -ww -z -T utf8 "$page" 2>&1)
    [ -z "$warnings" ] || {
        echo "$warnings" >&2
        failed=1
    }
done
exit $failed
