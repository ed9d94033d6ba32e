#!/bin/sh
# Opens a report in Chromium as a phone, a tablet and a desk would, and on
# paper; fails when the browser complains or the page is wider than its window.
#   tools/report/browser_check.sh REPORT.html PICTURES
# The folder PICTURES gets a picture for each width and paper.pdf.
set -eu
page=$(realpath "$1")
mkdir -p "$2"
pictures=$(realpath "$2")
browser=
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
        browser=$name
        break
    fi
done
if [ -z "$browser" ]; then
    echo "browser_check: no Chromium; apt-get install chromium" >&2
    exit 4
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

open_page() {
    "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars \
        --user-data-dir="$work/profile" --enable-logging=stderr --v=0 \
        "$@" >"$work/out" 2>"$work/log"
    if grep -E 'CONSOLE' "$work/log" | grep -v 'laio-width'; then
        echo "browser_check: the console has messages (above)" >&2
        exit 1
    fi
}

# A frame of the width measures the page: the report itself has no script.
measure() {
    cat >"$work/frame.html" <<HTML
<!DOCTYPE html><title>x</title>
<iframe id="f" style="border:0;width:$1px;height:800px"
 src="file://$page"></iframe>
<script>addEventListener("load", () => {
 const d = document.getElementById("f").contentDocument.documentElement;
 document.title = "width " + d.scrollWidth;
 document.body.innerHTML = "<p>width=" + d.scrollWidth + "</p>";
});</script>
HTML
    open_page --allow-file-access-from-files --disable-web-security \
        --virtual-time-budget=5000 --dump-dom "file://$work/frame.html"
    wide=$(sed -n 's/.*<p>width=\([0-9]*\).*/\1/p' "$work/out")
    if [ -z "$wide" ] || [ "$wide" -gt "$1" ]; then
        echo "browser_check: at $1 pixels the page is ${wide:-?} wide" >&2
        exit 1
    fi
}

for width in 390 820 1400; do
    measure "$width"
    open_page --window-size="$width,2400" \
        --screenshot="$pictures/$width.png" "file://$page"
    test -s "$pictures/$width.png"
done
open_page --no-pdf-header-footer --print-to-pdf="$pictures/paper.pdf" \
    "file://$page"
test -s "$pictures/paper.pdf"
echo "browser_check: fits 390, 820 and 1400 pixels; pictures in $2"
