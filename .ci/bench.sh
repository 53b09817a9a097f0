#!/usr/bin/env bash
# Speed and size: the crate natively, then the package in Node.js beside other ways to do the same.

. "$(dirname "$0")/toolchain.sh"

say "the crate"
# Without the command line: cargo would build the library twice, with and without unwinding, under one name.
native bench --locked --no-default-features --bench native
say "the package"
node "$root/tests/bench/bench.mjs"
