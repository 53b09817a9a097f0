#!/usr/bin/env bash
# Builds the package's generated files: `.ci/build-wasm.sh FOLDER` writes the module, its glue and BUILD.json there.
#
# In: src, Cargo.toml, Cargo.lock. Out: the same bytes for the same sources and toolchain, on any machine, in any folder.

. "$(dirname "$0")/toolchain.sh"

out=${1:?usage: .ci/build-wasm.sh FOLDER}
work=$root/target-wasm/module
rm -rf "$work"
mkdir -p "$work" "$out"

# Where the standard library is built from source, it is a small one, and without the words that a panic would have.
release_flags=()
small_std=()
if [ "$(wasm_toolchain)" = debian ]; then
  release_flags+=(-Z unstable-options -C panic=immediate-abort)
  small_std=(-Z build-std-features=optimize_for_size)
fi

say "compiling for $wasm_target with $(wasm_toolchain_version)"
wasm rustc --release --locked --lib --crate-type cdylib --no-default-features "${small_std[@]}"

# omit-default-module-path: the entries supply the bytes, so that no bundler goes looking for a file.
# reset-state: after a trap the instance is replaced and the package goes on.
"$(tool wasm-bindgen)" --target web --omit-default-module-path --experimental-reset-state-function --no-typescript \
  --remove-name-section --remove-producers-section --out-name leadscore --out-dir "$work" \
  "$root/target-wasm/$(wasm_toolchain)/$wasm_target/release/leadscore.wasm"

# The features by name: all of them together make a module that Node 20 rejects.
node "$root/pkg/node_modules/.bin/wasm-opt" -O3 --strip-debug --strip-producers \
  --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
  --enable-reference-types --enable-multivalue "$work/leadscore_bg.wasm" -o "$work/leadscore.wasm"

RUST=$(wasm_toolchain_version) BINDGEN=$bindgen_version node "$root/.ci/write-dist.mjs" "$work" "$out"
