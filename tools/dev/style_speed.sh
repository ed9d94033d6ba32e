#!/bin/bash
# How fast `laio style` is beside QEMU's checkpatch.pl, as a table:
#   tools/dev/style_speed.sh QEMU [REV]
# QEMU is a repository of it, REV the version whose script and files are taken
# (default HEAD). Patches are the N last commits of REV that touch C, N from
# the environment (default 200). Build with -c opt before.
set -eu
export LC_ALL=C
repository=$(realpath "$1")
rev=${2:-HEAD}
count=${N:-200}
root=$(cd "$(dirname "$0")/../.." && pwd)
laio=${laio:-$root/bazel-bin/tools/cli/laio}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/tree" "$work/patches"
git -C "$repository" archive "$rev" | tar -x -C "$work/tree"
script=$work/tree/scripts/checkpatch.pl
git -C "$repository" log --no-merges -n "$count" --format=%H "$rev" \
    -- '*.c' '*.h' | while read -r id; do
    git -C "$repository" format-patch -1 --stdout "$id" \
        >"$work/patches/$id.patch"
done
cd "$work"
ls patches/*.patch >list
# $1 lines of a table as QEMU has them.
table() {
    echo 'static const struct Reg regs[] = {'
    seq -f '    { .name = "REG_%g", .addr = 0x10, .reset = 1 },' "$1"
    echo '};'
}
for lines in 15000 30000 60000; do
    table "$lines" >"table_$lines.c"
done

# seconds COMMAND...: how long it takes, whatever its exit status.
seconds() {
    local begin=$EPOCHREALTIME
    "$@" >out 2>err || :
    local end=$EPOCHREALTIME
    echo $((${end/./} - ${begin/./})) | awk '{ printf "%.6f", $1 / 1e6 }'
}
# The fastest of three.
best() {
    for _ in 1 2 3; do
        seconds "$@"
        echo
    done | sort -n | head -n 1
}
each() { xargs -n 1 "$@" <list; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.0fx", a / b }'; }
row() { printf '%-44s %14s %14s %8s\n' "$@"; }

checkpatch="perl $script --terse --no-summary --no-tree"
row "" checkpatch.pl "laio style" ratio
# shellcheck disable=SC2086 # words of a command
theirs=$(seconds each $checkpatch)
ours=$(best each "$laio" style --terse)
row "$count patches, a call for each (s)" "$theirs" "$ours" \
    "$(ratio "$theirs" "$ours")"
# shellcheck disable=SC2046,SC2086
theirs=$(seconds $checkpatch $(cat list))
# shellcheck disable=SC2046
ours=$(best "$laio" style --terse $(cat list))
row "$count patches, one call (s)" "$theirs" "$ours" \
    "$(ratio "$theirs" "$ours")"
cd tree
ours=$(best "$laio" style --terse -f .)
row "the tree with -f, $(nproc) cores (s)" - "$ours" -
cd ..
for lines in 15000 30000 60000; do
    ours=$(best "$laio" style --terse -f "table_$lines.c")
    row "a table of $lines lines with -f (s)" - "$ours" -
done
