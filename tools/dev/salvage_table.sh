#!/bin/sh
# Damages commits of a git repository in every known way, recovers them, and
# counts kind by kind what came out right:
#   tools/dev/salvage_table.sh --tree QEMU [--commits 300] [--seed N]
# --help has the rest. Exit status: 0 when no wrong file was graded EXACT, 1
# when one was, 2 wrong options, 3 a tree that cannot be read, 4 when the
# program cannot be built.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
start=$(mktemp) || exit 4
trap 'rm -f "$start"' EXIT
(
    cd "$root"
    ${BAZEL:-bazel} run -c opt --script_path="$start" --noshow_progress \
        --show_result=0 --ui_event_filters=-info //tools/dev:salvage_table
) >&2 || exit 4
BUILD_WORKING_DIRECTORY=$(pwd)
export BUILD_WORKING_DIRECTORY
status=0
"$start" "$@" || status=$?
exit $status
