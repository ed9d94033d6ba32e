#!/bin/bash
# laio style held against QEMU's checkpatch.pl on commits drawn at random:
#   tools/dev/style_sample.sh QEMU REV COUNT SEED [VERSION]
# REV is the version whose script and history is taken, VERSION its name for
# --rules (9.0 if not given), commits are those from 2013 on that touch C.
# First the diagnostics of both; then --fix of each patch that is not clean:
# clean by the word of the script, nothing new, old lines as they were, and no
# change by a second --fix. A patch is fixable when all that is said of it, but
# for the question about MAINTAINERS, has a rule that may mend it. Needs jq and
# perl; takes COUNT / 5 seconds and more.
set -eu
export LC_ALL=C
repository=$(realpath "$1") rev=$2 count=$3 seed=$4 version=${5:-9.0}
root=$(cd "$(dirname "$0")/../.." && pwd)
laio=${laio:-$root/bazel-bin/tools/cli/laio}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir patches mended

git -C "$repository" show "$rev:scripts/checkpatch.pl" >checkpatch.pl
git -C "$repository" log --no-merges --since=2013-01-01 --format=%H "$rev" \
    -- '*.c' '*.h' | sort |
    shuf -n "$count" --random-source=<(yes "$seed") >ids
while read -r id; do
    git -C "$repository" format-patch -1 --stdout "$id" >"patches/$id.patch"
done <ids

style() { "$laio" style --rules "$version" "$@"; }
# What the script says of $1, without the question that has no answer here.
says() {
    perl checkpatch.pl --terse --no-summary --no-tree "$1" 2>err |
        grep -v 'does MAINTAINERS need updating' | sed 's/^[^:]*:[0-9]*: //; s/ (ctx:...)$//' |
        sort || :
}
# The lines of $1 that a fix may not touch.
old_lines() { grep '^[- ]' "$1" | grep -v '^ .* | *[0-9]* [-+]*$'; }

echo "diagnostics of $count patches:"
style --terse --oracle checkpatch.pl patches/*.patch \
    2>differences >findings || :
grep -v 'does MAINTAINERS need' differences | tail -n 20

cut -d: -f1 findings | sort -u | while read -r patch; do
    style --json "$patch" 2>err | jq -r '.findings[].rule' |
        grep -vx maintainers-update | sort -u >rules || :
    [ -s rules ] || continue
    kind=fixable
    while read -r rule; do
        "$laio" style --explain "$rule" | grep -q 'fix mends it' || kind=other
    done <rules
    name=mended/${patch##*/}
    style --quiet --fix -o "$name" "$patch" 2>err || :
    style --quiet --fix "$name" 2>err >again || :
    says "$patch" >before
    says "$name" >after
    result=clean
    [ ! -s after ] || result=left
    new=$(comm -13 before after | wc -l)
    cmp -s "$name" again || result="$result not-idempotent"
    cmp -s <(old_lines "$patch" | grep -v ' files\? changed') \
        <(old_lines "$name" | grep -v ' files\? changed') ||
        result="$result old-lines-touched"
    [ "$new" -eq 0 ] || result="$result new-findings"
    echo "$kind $result"
done | sort | uniq -c
