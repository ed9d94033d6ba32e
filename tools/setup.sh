#!/bin/sh
# Installs what laio needs (tools/packages.txt) on Debian 12 or Ubuntu.
# Says what it does; does nothing when everything is there.
set -eu

here=$(cd "$(dirname "$0")" && pwd)

if ! command -v apt-get >/dev/null; then
    echo "tools/setup.sh: no apt-get here. Install the counterparts of the" >&2
    echo "packages in tools/packages.txt by hand." >&2
    exit 1
fi

missing=
for package in $(sed 's/#.*//' "$here/packages.txt"); do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || :)
    if [ "$state" != installed ]; then
        missing="$missing $package"
    fi
done

if [ -z "$missing" ]; then
    echo "laio: every package of tools/packages.txt is installed"
    exit 0
fi

if [ "$(id -u)" -ne 0 ]; then
    echo "tools/setup.sh: installing needs root: sudo tools/setup.sh" >&2
    echo "missing:$missing" >&2
    exit 1
fi

echo "laio: installing$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get -q update
# shellcheck disable=SC2086 # one word per package
apt-get -q install -y --no-install-recommends $missing
echo "laio: done"
