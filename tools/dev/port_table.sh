#!/bin/sh
# Fixes of linux-aio.c onto other versions, by three tools side by side:
#   tools/dev/port_table.sh --tree QEMU [--laio PROGRAM] FIX... -- REV...
# FIX is a commit, REV a version to have it. A row per pair:
#   laio     ported/already/manual hunks, and whether the scenarios prove it
#   git      the three-way merge of the file, which is what cherry-pick does:
#            clean, already, or the number of conflicts
#   wiggle   the same of `wiggle -m`
# `clean!` marks a result that does not compile, though the tool was content.
# Exit status: 0 when the table was made, 2 wrong options, 3 a version that
# cannot be read, 4 when a tool is missing.
set -u

fail()
{
    echo "port_table.sh: $2" >&2
    exit "$1"
}

tree= laio= fixes= revs= behind=
while [ $# -gt 0 ]; do
    case $1 in
    --tree) tree=${2-}; shift ;;
    --laio) laio=${2-}; shift ;;
    --) behind=yes ;;
    *) if [ "$behind" ]; then revs="$revs $1"; else fixes="$fixes $1"; fi ;;
    esac
    shift
done
[ "$tree" ] && [ "$fixes" ] && [ "$revs" ] ||
    fail 2 "say --tree QEMU FIX... -- REV..."
root=$(cd "$(dirname "$0")/../.." && pwd)
laio=${laio:-$root/bazel-bin/tools/cli/laio}
for tool in git wiggle diff jq "$laio"; do
    command -v "$tool" >/dev/null || fail 4 "$tool is missing"
done
work=$(mktemp -d) || fail 4 "cannot make a folder"
trap 'rm -rf "$work"' EXIT

# The file at version $1, under the name it has there.
file_at()
{
    git -C "$tree" show "$1:block/linux-aio.c" 2>/dev/null ||
        git -C "$tree" show "$1:linux-aio.c" 2>/dev/null
}

# What a tool made of it: $1 its status, $2 the file.
outcome()
{
    if [ "$1" -ne 0 ]; then
        grep -c '^<<<<<<<' "$2"
    elif cmp -s "$2" "$work/target.c"; then
        echo already
    elif "$laio" run --quiet --filter 'lifecycle/detached/*' "$2" >/dev/null 2>&1
         [ $? -ge 2 ]; then
        echo 'clean!'
    else
        echo clean
    fi
}

by_laio()
{
    "$laio" port --quiet --json --tree "$tree" --from "$1" \
        --onto "$tree@$2" >"$work/port.json" 2>"$work/port.err" ||
        [ -s "$work/port.json" ] || { echo 'error -'; return; }
    jq -r '[.hunks[].state] as $s |
        [("ported", "already", "manual") as $w |
         [$s[] | select(. == $w)] | length | tostring] | join("/")' \
        "$work/port.json"
    jq -r '.proof | if startswith("it does not compile") then "no compile"
        elif startswith("a part") then "by hand"
        elif startswith("no scen") then "no flip"
        elif startswith("a scen") then "worse" else . end' "$work/port.json"
}

row='%-12s %-12s %-9s %-11s %-8s %s\n'
printf "$row" fix onto laio proof git wiggle
for fix in $fixes; do
    file_at "$fix~1" >"$work/before.c" && file_at "$fix" >"$work/after.c" ||
        fail 3 "cannot read linux-aio.c of $fix in $tree"
    diff -u "$work/before.c" "$work/after.c" >"$work/fix.patch"
    for rev in $revs; do
        file_at "$rev" >"$work/target.c" ||
            fail 3 "cannot read linux-aio.c of $rev in $tree"
        cp "$work/target.c" "$work/git.c"
        git merge-file -q "$work/git.c" "$work/before.c" "$work/after.c"
        git=$(outcome $? "$work/git.c")
        wiggle -m "$work/target.c" "$work/fix.patch" >"$work/wiggle.c" \
            2>/dev/null
        wiggle=$(outcome $? "$work/wiggle.c")
        by_laio "$fix" "$rev" >"$work/laio"
        printf "$row" "$fix" "$rev" "$(sed -n 1p "$work/laio")" \
            "$(sed -n 2p "$work/laio")" "$git" "$wiggle"
    done
done
