#!/bin/sh
# Makes laio_VERSION_ARCHITECTURE.deb for the Debian or Ubuntu it is run on:
#   tools/dev/make_deb.sh [FOLDER]
# The package is what tools/dev:install installs, and what Debian asks of
# packages beside it. The maintainer is DEBFULLNAME and DEBEMAIL, else git's
# user. Needs dpkg-dev. Prints the name of the file.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
output=$(cd "${1:-.}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
doc=$root/usr/share/doc/laio

(cd "$source" && ${BAZEL:-bazel} run --noshow_progress --show_result=0 \
    --ui_event_filters=-info -c opt //tools/dev:install -- "$root/usr") >&2
programs="$root/usr/bin/laio $root/usr/lib/laio/laio-full
    $root/usr/lib/laio/tests/harness/runner
    $root/usr/lib/laio/tests/bench/io_bench"
objects=$(find "$root/usr/lib/laio" -name '*.so')
# shellcheck disable=SC2086 # one file per word
strip --strip-unneeded --remove-section=.comment $programs $objects

version=$("$root/usr/bin/laio" --version | sed 's/^laio //')
architecture=$(dpkg --print-architecture)
maintainer="${DEBFULLNAME:-$(git -C "$source" config user.name)}"
maintainer="$maintainer <${DEBEMAIL:-$(git -C "$source" config user.email)}>"
commit=$(git -C "$source" rev-parse --short=12 HEAD)
SOURCE_DATE_EPOCH=$(git -C "$source" log -1 --format=%ct)
export SOURCE_DATE_EPOCH

# Where Debian's zsh looks for what packages bring.
mkdir -p "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/share/zsh/site-functions/_laio" \
    "$root/usr/share/zsh/vendor-completions"
rmdir "$root/usr/share/zsh/site-functions"

# The paragraph of a licence in the copyright file of a package.
licence() {
    awk -v RS= -v ORS='\n\n' -v head="License: $1" \
        'index($0, head "\n") == 1' "/usr/share/doc/$2/copyright"
}
{
    cat "$source/tools/dev/debian_copyright.txt"
    licence BSD-3-clause libcli11-dev
    licence Expat nlohmann-json3-dev
} >"$doc/copyright"
{
    echo "laio ($version) unstable; urgency=medium"
    echo
    echo "  * Built from commit $commit."
    echo
    echo " -- $maintainer  $(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$doc/changelog.gz"

# The libraries that the programs are linked with.
mkdir "$work/debian"
echo "Source: laio" >"$work/debian/control"
# shellcheck disable=SC2086
libraries=$(cd "$work" && dpkg-shlibdeps -O $programs 2>/dev/null |
    sed -n 's/^shlibs:Depends=//p')

to_compile="bubblewrap, g++, gcc, libaio-dev, libc6-dev, libglib2.0-dev,"
to_compile="$to_compile pkg-config"

overrides=$root/usr/share/lintian/overrides
mkdir -p "$overrides"
cat >"$overrides/laio" <<END
# Started for each commit by a hook; loading libraries took most of its time.
laio: statically-linked-binary [usr/bin/laio]
END

mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<END
Package: laio
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -k -s "$root/usr" | cut -f1)
Depends: $libraries, $to_compile
Recommends: fio, git, qemu-utils
Suggests: b4
Section: devel
Priority: optional
Description: judge a patch to QEMU's Linux AIO code, outside of QEMU
 Patches to QEMU's block/linux-aio.c arrive by mail, often damaged. laio takes
 the patch out of whatever text it arrived in, applies it, checks and mends its
 style as checkpatch would, compiles the file in isolation, runs scenarios
 against it, measures it, and says in one report what is true.
 .
 The compiler and the headers it depends on are for the files that it judges.
END
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z |
    xargs -0 md5sum) >"$root/DEBIAN/md5sums"
# Folders with the modes that packages have, whatever the umask.
find "$root" -type d -exec chmod 755 {} +
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
deb=$output/laio_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$root" "$deb" >/dev/null
echo "$deb"
