#!/bin/sh
# Compiles and tries every linux-aio.c in the history of QEMU trees:
#   tools/dev/all_versions.sh --tree QEMU [--tree QEMU2]... [--all]
# --help has the rest. Exit status: 0 when every version compiles without a
# warning and works, 1 when one does not, 2 wrong options, 3 a tree that cannot
# be read, 4 when the machine lacks something.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
start=$(mktemp) || exit 4
trap 'rm -f "$start"' EXIT
(
    cd "$root"
    ${BAZEL:-bazel} run --script_path="$start" --noshow_progress --show_result=0 \
        --ui_event_filters=-info //tools/dev:all_versions
) >&2 || exit 4
BUILD_WORKING_DIRECTORY=$(pwd)
export BUILD_WORKING_DIRECTORY
status=0
"$start" "$@" || status=$?
exit $status
