#!/bin/sh
# Puts laio below a folder, which can be moved as a whole later:
#   bazel run -c opt //tools/dev:install -- PREFIX
# What is there of an older laio is replaced; nothing else is touched.
set -eu

if [ $# -ne 1 ] || [ -z "$1" ]; then
    echo "usage: bazel run -c opt //tools/dev:install -- PREFIX" >&2
    exit 2
fi
case $1 in
/*) prefix=$1 ;;
*) prefix=${BUILD_WORKING_DIRECTORY:-$(pwd)}/$1 ;;
esac
# Bazel 4 calls the folder by the workspace's name, Bazel 7 _main.
cd "${RUNFILES_DIR:-$0.runfiles}"
if [ -d laio ]; then cd laio; else cd _main; fi

# put MODE FILE NAME-BELOW-PREFIX
put() {
    install -D -m "$1" "$2" "$prefix/$3"
}

# What Bazel built is executable, also where it is no program.
mode_of() {
    case $1 in
    *.so) echo 644 ;;
    *) if [ -x "$1" ]; then echo 755; else echo 644; fi ;;
    esac
}

rm -rf "$prefix/lib/laio"
put 755 tools/cli/laio bin/laio
put 755 tools/cli/laio-full lib/laio/laio-full
while read -r file; do
    put "$(mode_of "$file")" "$file" "lib/laio/$file"
done <tools/dev/kit_files.txt
(cd tools/cli/manual && find -L . -type f) | while read -r file; do
    put 644 "tools/cli/manual/$file" "share/$file"
    case $file in
    *.1) gzip -9nf "$prefix/share/$file" ;;
    esac
done
put 644 tests/corpus/ring-v1-reply.mbox \
    share/doc/laio/examples/ring-v1-reply.mbox
echo "laio is in $prefix; begin with $prefix/bin/laio --help" >&2
