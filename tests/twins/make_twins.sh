#!/bin/sh
# make_twins.sh COMPILER FOLDER LINUX_AIO_CC RING_H PATCH... -- FLAG...
#
# Makes FOLDER/TWIN.so and FOLDER/TWIN/linux_aio.cc for each TWIN.patch.
set -eu

compiler=$1 folder=$PWD/$2 source=$3 ring=$4
shift 4
patches=
while [ "$1" != -- ]; do
    patches="$patches $1"
    shift
done
shift

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Git would take the paths in a patch for those of a repository around it.
GIT_CEILING_DIRECTORIES=$(dirname "$work")
export GIT_CEILING_DIRECTORIES

# The break may leave something unused.
compile() {
    "$compiler" "$@" -w
}

# All that the twins include but the ring's reader, which a patch may change.
grep -h '^#include' "$source" "$ring" | grep -v completion_ring.h \
    > "$work/all.h"
compile "$@" -c -x c++-header "$work/all.h" -o "$work/all.h.gch"

for patch in $patches; do
    twin=$(basename "$patch" .patch)
    mkdir -p "$folder/$twin/block" "$work/block"
    cp "$source" "$work/block/linux_aio.cc"
    cp "$ring" "$work/block/completion_ring.h"
    (cd "$work" && git apply -) < "$patch" || {
        echo "$patch does not apply any more; README.md beside it says how" \
            "to make it anew" >&2
        exit 1
    }
    cp "$work/block/linux_aio.cc" "$folder/$twin"
    # Beside the source, where its #include looks first.
    cp "$work/block/completion_ring.h" "$folder/$twin/block"
    compile -include "$work/all.h" "$folder/$twin/linux_aio.cc" "$@" \
        -shared -o "$folder/$twin.so" || {
        echo "$patch makes a twin that does not compile" >&2
        exit 1
    }
done
