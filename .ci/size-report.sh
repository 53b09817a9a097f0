#!/usr/bin/env bash
# What takes the space in the package's module, by area and by function: `.ci/size-report.sh [--functions 40]`.
#
# Builds the module, and keeps the names of its functions; everything else is done to it that is done to the package's.

. "$(dirname "$0")/toolchain.sh"

"$root/.ci/build-wasm.sh" "$root/target-wasm/dist"
named=$root/target-wasm/named.wasm
node "$root/pkg/node_modules/.bin/wasm-opt" -O3 -g \
  --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
  --enable-reference-types --enable-multivalue \
  "$root/target-wasm/$(wasm_toolchain)/$wasm_target/release/leadscore.wasm" -o "$named"
node "$root/.ci/size-report.mjs" "$named" "$@"
