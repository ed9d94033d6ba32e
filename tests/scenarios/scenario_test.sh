#!/bin/sh
# Runs the program that the arguments name, on this shard's part of the
# scenarios; Bazel has no other test like that.
set -eu
if [ -n "${TEST_SHARD_STATUS_FILE:-}" ]; then
    touch "$TEST_SHARD_STATUS_FILE"
fi
if [ "${TEST_TOTAL_SHARDS:-1}" -gt 1 ]; then
    set -- "$@" --shard "$TEST_SHARD_INDEX/$TEST_TOTAL_SHARDS"
fi
exec "$@"
