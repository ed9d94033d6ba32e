#!/bin/sh
# The gate: what must hold before a change is committed, here and in CI.
#   tools/dev/check.sh          everything
#   tools/dev/check.sh STEP...  some of: text layers test asan ubsan tsan
set -eu
cd "$(dirname "$0")/../.."

step_text() {
    # Mails and patches keep the blanks and tabs they are about.
    files=$(git ls-files '*.c' '*.cc' '*.h' '*.bzl' '*BUILD' '*.sh' '*.md' \
        | grep -v testdata/ || :)
    bad=0
    # shellcheck disable=SC2086 # one file per word
    if grep -nE '[[:blank:]]$' $files; then
        echo "check: trailing blanks (above)" >&2
        bad=1
    fi
    sources=$(printf '%s\n' "$files" | grep -E '\.(c|cc|h)$')
    # shellcheck disable=SC2086
    if grep -nP '^\t| \t|\t ' $sources; then
        echo "check: tabs (above)" >&2
        bad=1
    fi
    # shellcheck disable=SC2086
    if grep -nE '^.{81,}$' $sources; then
        echo "check: lines over 80 columns (above)" >&2
        bad=1
    fi
    return $bad
}

step_layers() {
    bazel build --config=layers //...
}

step_test() {
    bazel test //...
}

step_asan() {
    bazel test --config=asan //...
}

step_ubsan() {
    bazel test --config=ubsan //...
}

step_tsan() {
    bazel test --config=tsan //...
}

[ $# -gt 0 ] || set -- text test layers asan ubsan tsan
for step; do
    echo "check: $step"
    "step_$step"
done
echo "check: all of it holds"
