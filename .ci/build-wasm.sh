#!/usr/bin/env bash
# Builds the package's generated files: `.ci/build-wasm.sh FOLDER` writes the modules, their glue and BUILD.json there.
#
# In: src, Cargo.toml, Cargo.lock. Out: the same bytes for the same sources and toolchain, on any machine, in any folder.

. "$(dirname "$0")/toolchain.sh"

out=${1:?usage: .ci/build-wasm.sh FOLDER}
work=$root/target-wasm/module
compiled=$root/target-wasm/$(wasm_toolchain)/$wasm_target
rm -rf "$work"
mkdir -p "$work" "$out"

# Where the standard library is built from source, it is a small one, and without the words that a panic would have.
release_flags=()
small_std=()
if [ "$(wasm_toolchain)" = debian ]; then
  release_flags+=(-Z unstable-options -C panic=immediate-abort)
  small_std=(-Z build-std-features=optimize_for_size)
fi

# finish NAME PROFILE LEVEL OPTION…: from what was compiled to NAME.wasm and its glue, with further options for the glue.
# omit-default-module-path: the entries supply the bytes, so that no bundler goes looking for a file.
# The features by name: all of them together make a module that Node 20 rejects. No engine reads the list of them, which is left out.
finish() {
  "$(tool wasm-bindgen)" --target web --omit-default-module-path --no-typescript --remove-name-section --remove-producers-section \
    "${@:4}" --out-name "$1" --out-dir "$work" "$compiled/$2/leadscore.wasm"
  node "$root/pkg/node_modules/.bin/wasm-opt" "$3" --strip-debug --strip-producers \
    --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue --strip-target-features "$work/$1_bg.wasm" -o "$work/$1.wasm"
}

say "compiling for $wasm_target with $(wasm_toolchain_version)"
wasm rustc --release --locked --lib --crate-type cdylib --no-default-features "${small_std[@]}"
# reset-state: after a trap the instance is replaced and the package goes on.
finish leadscore release -O3 --experimental-reset-state-function

say "compiling the command line"
wasm rustc --profile command --locked --bin leadscore "${small_std[@]}"
finish command command -Os

for module in onsite explain lifecycle; do
  say "compiling the on-site embed: $module"
  case $module in onsite) feature=onsite ;; *) feature=onsite-$module ;; esac
  wasm rustc --profile onsite --locked --lib --crate-type cdylib --no-default-features --features "$feature" "${small_std[@]}"
  finish "$module" onsite -Oz
done

RUST=$(wasm_toolchain_version) BINDGEN=$bindgen_version node "$root/.ci/write-dist.mjs" "$work" "$out"
