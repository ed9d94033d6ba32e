#!/bin/sh
# Installs a package of laio into a clean Debian and does the main job there:
#   tools/dev/try_deb.sh DEB [--root FOLDER] [--tree QEMU.git MAIL]...
# As root, with debootstrap and Debian's archive. The root file system is made
# in FOLDER, or one that goes away; nothing of this machine is seen from it
# but the trees and mails, read-only. Exit status 0 when all of it works.
set -eu

usage() {
    sed -n "3s,^# *,,p" "$0" >&2
    exit 2
}

[ $# -ge 1 ] || usage
deb=$(realpath "$1")
shift
root=
jobs=$(mktemp)
while [ $# -gt 0 ]; do
    case $1 in
    --root) [ $# -ge 2 ] || usage; root=$2; shift 2 ;;
    --tree) [ $# -ge 3 ] || usage
        echo "$(realpath "$2") $(realpath "$3")" >>"$jobs"
        shift 3 ;;
    *) usage ;;
    esac
done
if [ -z "$root" ]; then
    root=$(mktemp -d /var/tmp/laio-root.XXXXXX)
    chmod 755 "$root"  # it is / inside, for everybody
    trap 'rm -rf --one-file-system "$root" "$jobs"' EXIT
else
    trap 'rm -f "$jobs"' EXIT
fi
[ -x "$root/bin/sh" ] || debootstrap --variant=minbase bookworm "$root" >&2

# Mount points, and what is done inside.
mkdir -p "$root/job" "$root/old"
cp "$deb" "$root/job/laio.deb"
cp /etc/resolv.conf "$root/etc/resolv.conf"
number=0
while read -r tree mail; do
    number=$((number + 1))
    mkdir -p "$root/job/tree$number"
    cp "$mail" "$root/job/mail$number"
    echo "$tree" >"$root/job/tree$number.from"
done <"$jobs"
cat >"$root/job/inside.sh" <<'END'
set -eu
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
say() { echo "try_deb: $*" >&2; }
ends_with() {
    wanted=$1
    shift
    status=0
    "$@" >/tmp/said 2>&1 || status=$?
    [ "$status" -eq "$wanted" ] || {
        cat /tmp/said >&2
        say "FAILED: $*: exit status $status instead of $wanted"
        exit 1
    }
}
ends_with 0 apt-get -q update
ends_with 0 apt-get -q install -y --no-install-recommends /job/laio.deb
say "installed: $(laio --version)"
id tester >/dev/null 2>&1 || useradd -m tester
as_root() { "$@"; }
as_user() { setpriv --reuid=tester --regid=tester --clear-groups "$@"; }
cd /
example=/usr/share/doc/laio/examples/ring-v1-reply.mbox
for who in as_root as_user; do
    begin=$(date +%s)
    ends_with 1 $who laio review -o /tmp/review-$who $example
    [ -s /tmp/review-$who/report.html ]
    say "review of the example $who: $(($(date +%s) - begin)) s"
    head -n 20 /tmp/said
done
ends_with 0 as_user laio run ours
ends_with 1 as_user laio run --filter 'ring/nested-poll/*' ring-v1
say "run: $(head -n 1 /tmp/said)"
ends_with 0 as_user laio bench --file /tmp/bench --create 16M --runtime 0.2 \
    --repeats 1
for tree in /job/tree*.from; do
    [ -e "$tree" ] || continue
    number=${tree#/job/tree}
    number=${number%.from}
    begin=$(date +%s)
    ends_with 1 as_user laio review --tree "/job/tree$number" \
        -o "/tmp/review$number" "/job/mail$number"
    say "review of mail $number: $(($(date +%s) - begin)) s"
    cat "/tmp/review$number/report.txt"
done
ends_with 0 apt-get -q purge -y laio
[ ! -e /usr/bin/laio ] && [ ! -e /usr/lib/laio ]
say "removed, and nothing is left"
END

unshare --mount --pid --fork sh -eu -c '
    root=$1
    mount --make-rprivate /
    mount --bind "$root" "$root"
    for from in "$root"/job/tree*.from; do
        [ -e "$from" ] || continue
        mount --bind -o ro "$(cat "$from")" "${from%.from}"
    done
    cd "$root"
    pivot_root . old
    mount -t proc proc /proc
    mount -t sysfs -o ro sysfs /sys
    mount -t tmpfs -o mode=1777 tmpfs /tmp
    mount -t devtmpfs devtmpfs /dev
    umount -l /old
    exec sh -eu /job/inside.sh
' sh "$root"
