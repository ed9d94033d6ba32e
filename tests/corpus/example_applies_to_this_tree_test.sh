#!/bin/sh
# usage: example_applies_to_this_tree_test.sh MAIL FILE
# The `index` line of the mail must begin with the blob id of FILE.
set -eu
named=$(sed -n 's/^> index \([0-9a-f]*\)\.\..*/\1/p' "$1")
[ -n "$named" ] || { echo "no index line in $1" >&2; exit 1; }
size=$(wc -c <"$2" | tr -d ' ')
actual=$({ printf 'blob %s\0' "$size"; cat "$2"; } | sha1sum)
case $actual in
"$named"*) ;;
*)
    echo "$1 is a patch to blob $named, but $2 is now $actual" >&2
    exit 1
    ;;
esac
