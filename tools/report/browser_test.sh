#!/bin/sh
# The example's page in Chromium; and a page that is too wide, which must fail.
set -eu
"$1" >"$TEST_TMPDIR/report.html"
"$2" "$TEST_TMPDIR/report.html" "${TEST_UNDECLARED_OUTPUTS_DIR:-$TEST_TMPDIR}"

echo '<!DOCTYPE html><p style="width:900px">x' >"$TEST_TMPDIR/wide.html"
if "$2" "$TEST_TMPDIR/wide.html" "$TEST_TMPDIR/wide"; then
    echo "a page of 900 pixels passed for one that fits a phone" >&2
    exit 1
fi
echo '<!DOCTYPE html><script>console.error("x")</script>' \
    >"$TEST_TMPDIR/loud.html"
if "$2" "$TEST_TMPDIR/loud.html" "$TEST_TMPDIR/loud"; then
    echo "a page that logs an error passed" >&2
    exit 1
fi
