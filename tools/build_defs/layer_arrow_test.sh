#!/bin/sh
# usage: layer_arrow_test.sh ANSWER USED allowed|refused
# ANSWER is what the query visible(USER, USED) printed.
set -eu
answer=$(cat "$1")
case $3 in
allowed) expected=$2 ;;
refused) expected= ;;
*) echo "expected allowed or refused, not '$3'" >&2; exit 1 ;;
esac
if [ "$answer" != "$expected" ]; then
    echo "$2 should be $3; Bazel's answer was '$answer'" >&2
    exit 1
fi
