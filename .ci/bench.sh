#!/usr/bin/env bash
# Speed and size: the crate natively, then the package in Node.js beside other ways to do the same.

. "$(dirname "$0")/toolchain.sh"

say "the crate"
native bench --locked
say "the package"
node "$root/tests/bench/bench.mjs"
