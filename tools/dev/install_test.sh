#!/bin/sh
# usage: install_test.sh INSTALL
# What is installed works where it is put, and where it is moved to, with
# nothing of the source tree around it.
set -eu
install=$(pwd)/$1
cd "$TEST_TMPDIR"

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# No file of the build can be found through the environment.
installed() {
    env -i PATH=/usr/bin:/bin TMPDIR="$TEST_TMPDIR" "$@"
}

mkdir -p first/lib/laio/block/subjects
echo stale >first/lib/laio/block/subjects/older.c
"$install" first 2>talk.txt || fail "$(cat talk.txt)"
[ ! -e first/lib/laio/block/subjects/older.c ] ||
    fail "a file of an older laio is still there"
find first -type l | grep . && fail "links into the build (above)"
mv first second
[ "$(gzip -dc second/share/man/man1/laio-review.1.gz | head -c 4)" = .TH\  ] ||
    fail "no manual page"
[ -s second/share/bash-completion/completions/laio ] || fail "no completion"

status=0
installed second/bin/laio review --no-sandbox -o out \
    second/share/doc/laio/examples/ring-v1-reply.mbox >report 2>talk.txt ||
    status=$?
[ "$status" -eq 1 ] || fail "review: exit status $status: $(cat talk.txt)"
grep -q EXACT report || fail "the patch was not recovered: $(cat report)"
grep -q 'ring/nested-poll' report || fail "nothing was run: $(cat report)"
[ -s out/report.html ] || fail "no report.html"

installed second/bin/laio run --no-sandbox --filter 'loop/idle/*' ours \
    >verdicts || fail "run: $(cat verdicts)"
