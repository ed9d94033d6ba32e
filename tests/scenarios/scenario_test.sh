#!/bin/sh
# Runs the program that the arguments name; Bazel has no other test like that.
exec "$@"
