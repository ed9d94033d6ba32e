#!/bin/sh
# power_loss.sh CRASH_LOG
#
# Writes a log on an ext4 in a file, by way of a loop device, kills the writer
# and takes the power from the file system; after the next mount all that was
# acknowledged must be there. Last, the proof that this can fail: a writer that
# acknowledges what is only in the page cache loses it. Needs root.
set -eu

[ "$(id -u)" = 0 ] || { echo "power_loss.sh: needs root" >&2; exit 1; }
# In a mount namespace of its own: as long as another one has a copy of the
# mount, an unmounted file system lives on.
[ "${2-}" = inside ] ||
    exec unshare --mount --propagation private "$0" "$1" inside
crash_log=$(realpath "$1")
PATH=$PATH:/usr/sbin:/sbin  # mkfs.ext4; Bazel's has neither

work=$(mktemp -d)
folder=$work/mounted
mkdir "$folder"
trap 'umount -l "$folder" 2> /dev/null || :; rm -rf "$work"' EXIT

# play KIND...: one crash; the result of the check
play() {
    truncate -s 0 "$work/image"
    truncate -s 128M "$work/image"
    mkfs.ext4 -q "$work/image"
    mount -o loop "$work/image" "$folder"
    "$crash_log" make "$folder/log"
    sync -f "$folder"
    : > "$work/acks"  # the writer may start later than the look at it
    "$crash_log" write "$folder/log" "$@" > "$work/acks" &
    writer=$!
    # 100 entries of eight bytes, wherever the writer is then.
    while [ "$(stat -c %s "$work/acks")" -lt 800 ]; do
        kill -0 $writer
        sleep 0.01
    done
    "$crash_log" shut "$folder"
    kill -9 $writer 2> /dev/null || :
    wait $writer 2> /dev/null || :
    umount "$folder"
    mount -o loop "$work/image" "$folder"
    result=0
    "$crash_log" check "$folder/log" "$work/acks" || result=$?
    umount "$folder"
    return $result
}

for kind in "" "flush" "direct" "direct flush" "threads" "threads flush"; do
    echo "acknowledged by ${kind:-FUA}:"
    # shellcheck disable=SC2086 # words
    play $kind
done
echo "acknowledged by nothing:"
if play nothing; then
    echo "power_loss.sh: nothing was lost, so nothing was shown" >&2
    exit 1
fi
echo "power_loss.sh: all that was promised is there"
