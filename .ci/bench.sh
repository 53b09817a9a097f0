#!/usr/bin/env bash
# Speed, memory and size, natively and of the package, beside other ways to do the same. Writes what it found into README.md and
# tests/bench/RESULTS.md. Options are those of tests/bench/bench.mjs; with any, nothing is written unless --write is one of them.

. "$(dirname "$0")/toolchain.sh"

say "compiling the crate's own peer"
native build --release --locked --quiet --no-default-features --features parallel --example native_peer
peer=${CARGO_TARGET_DIR:-$root/target}/release/examples/native_peer
say "measuring"
if [ $# -eq 0 ]; then set -- --memory --write; fi
node "$root/tests/bench/bench.mjs" --native "$peer" "$@"
