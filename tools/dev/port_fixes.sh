#!/bin/sh
# What ours does right and QEMU's linux-aio.c does not, brought to versions of
# QEMU and proved there:
#   tools/dev/port_fixes.sh --tree QEMU [--checkpatch SCRIPT] [--laio PROGRAM]
#                           [--keep DIR] [--fix NAME]... REV...
# A fix is a twin of tests/twins taken back, or a patch of tools/port/fixes. A
# row per fix and version:
#   laio        ported/already/manual hunks, and whether the scenarios prove it
#   flips       how many of them pass now and did not; worse: the other way
#   am          whether git am takes the patch
#   checkpatch  errors and warnings of the real script, QEMU's of today's tree
#   back        what becomes of the result when it is ported into ours without
#               the fix: proved, or not needed where ours does it another way
# DIR keeps the patches. Exit status: 0 when each is proved, taken and clean, 1
# when one is not, 2 wrong options, 3 a version that cannot be read, 4 when a
# tool is missing.
set -u

fixes='none-taken-is-an-error short-read-tells-its-length short-read-is-the-end
    run-has-no-end cleanup-forgets-to-detach no-retry-without-completion
    unknown-ring-is-refused'

# What a fix is called as a commit.
subject_of()
{
    case $1 in
    none-taken-*) echo 'linux-aio: survive an io_submit() that takes nothing' ;;
    short-read-t*) echo 'linux-aio: a short read that succeeds returns 0' ;;
    short-read-is*) echo 'linux-aio: transfer what a short request left' ;;
    run-has-no-*) echo 'linux-aio: let others run between completions' ;;
    cleanup-*) echo 'linux-aio: detach in laio_cleanup()' ;;
    no-retry-*) echo 'linux-aio: try again when nothing is in flight' ;;
    unknown-ring*) echo 'linux-aio: refuse an io_context_t that is no ring' ;;
    esac
}

fail()
{
    echo "port_fixes.sh: $2" >&2
    exit "$1"
}

tree= laio= checkpatch= keep= chosen= revs=
while [ $# -gt 0 ]; do
    case $1 in
    --tree) tree=${2-}; shift ;;
    --laio) laio=${2-}; shift ;;
    --checkpatch) checkpatch=${2-}; shift ;;
    --keep) keep=${2-}; shift ;;
    --fix) chosen="$chosen ${2-}"; shift ;;
    *) revs="$revs $1" ;;
    esac
    shift
done
[ "$tree" ] && [ "$revs" ] || fail 2 "say --tree QEMU REV..."
fixes=${chosen:-$fixes}
root=$(cd "$(dirname "$0")/../.." && pwd)
laio=${laio:-$root/bazel-bin/tools/cli/laio}
for tool in git jq perl "$laio"; do
    command -v "$tool" >/dev/null || fail 4 "$tool is missing"
done
work=$(mktemp -d) || fail 4 "cannot make a folder"
trap 'rm -rf "$work"' EXIT
if [ -z "$checkpatch" ]; then
    checkpatch=$work/checkpatch.pl
    git -C "$tree" show HEAD:scripts/checkpatch.pl >"$checkpatch" ||
        fail 3 "no scripts/checkpatch.pl in $tree; say --checkpatch SCRIPT"
fi
[ "$keep" ] && mkdir -p "$keep"

in_git()
{
    git -C "$1" -c user.name=Porter -c user.email=porter@example.org \
        -c commit.gpgsign=false "$2" -q $3 ||
        fail 4 "git $2 in $1"
}

# $work/ours: the commit before the fix $1, and the fix.
make_fix()
{
    rm -rf "$work/ours"
    mkdir -p "$work/ours/block"
    cp "$root"/block/linux_aio.cc "$root"/block/completion_ring.h \
        "$work/ours/block"
    git -C "$work/ours" init -q
    twin=$root/tests/twins/$1.patch
    [ -e "$twin" ] && { git -C "$work/ours" apply "$twin" || fail 3 "$twin"; }
    git -C "$work/ours" add . && in_git "$work/ours" commit '-m before'
    if [ -e "$twin" ]; then
        git -C "$work/ours" apply -R "$twin"
    else
        git -C "$work/ours" apply "$root/tools/port/fixes/$1.patch" ||
            fail 3 "$root/tools/port/fixes/$1.patch"
    fi
    subject_of "$1" >"$work/message"
    git -C "$work/ours" add .
    in_git "$work/ours" commit "-s -F $work/message"
}

# Whether git am takes $1 onto version $2.
am()
{
    rm -rf "$work/qemu"
    mkdir -p "$work/qemu/block"
    git -C "$tree" show "$2:block/linux-aio.c" \
        >"$work/qemu/block/linux-aio.c" 2>/dev/null ||
        fail 3 "no block/linux-aio.c in $2 of $tree"
    git -C "$work/qemu" init -q
    git -C "$work/qemu" add . && in_git "$work/qemu" commit '-m start'
    git -C "$work/qemu" -c user.name=P -c user.email=p@example.org am -q "$1" \
        >/dev/null 2>&1 && echo taken || echo refused
}

# The proof of porting $2 of the tree $1 onto $3, in a word or two; the rest is
# in $work/port.json.
port()
{
    rm -f "$work/port.json"
    "$laio" port --quiet --json --tree "$1" --from "$2" --onto "$3" \
        -o "${4:-$work/back.patch}" >"$work/port.json" 2>"$work/err"
    [ -s "$work/port.json" ] || { cat "$work/err" >&2; echo error; return; }
    jq -r '.proof | if length < 12 then . else "no" end' "$work/port.json"
}

good=0
row='%-27s %-10s %-6s %-10s %-5s %-5s %-7s %-10s %s\n'
printf "$row" fix onto laio proof flips worse am checkpatch back
for fix in $fixes; do
    make_fix "$fix"
    for rev in $revs; do
        patch=${keep:-$work}/$fix-$rev.patch
        rm -f "$patch"
        proof=$(port "$work/ours" HEAD "$tree@$rev" "$patch")
        [ "$proof" = error ] && { good=1; continue; }
        hunks=$(jq -r '[.hunks[].state] as $s |
            [("ported", "already", "manual") as $w |
             [$s[] | select(. == $w)] | length | tostring] | join("/")' \
            "$work/port.json")
        flips=$(jq '.verdicts.fixed | length' "$work/port.json")
        worse=$(jq '.verdicts.broken | length' "$work/port.json")
        taken=none style=- back=-
        if [ -s "$patch" ]; then
            taken=$(am "$patch" "$rev")
            style=$(perl "$checkpatch" --no-tree --terse --no-summary "$patch" |
                grep -c -e ERROR -e WARNING)
        fi
        [ $taken = taken ] &&
            back=$(port "$work/qemu" HEAD "$work/ours@HEAD~1")
        [ "$proof/$taken/$style" = proved/taken/0 ] || good=1
        printf "$row" "$fix" "$rev" "$hunks" "$proof" "$flips" "$worse" \
            "$taken" "$style" "$back"
    done
done
exit $good
